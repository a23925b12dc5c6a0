@echo off
rem Sets everything up on Windows, without admin rights, and runs one session of noxfile.py:
rem   setup.cmd build --input reports
rem Its twin for other systems is .setup. Safe to run again; it only adds what is missing.
setlocal
set "ROOT=%~dp0"
set "SCRIPTS=%ROOT%.venv\Scripts"
if exist "%SCRIPTS%\python.exe" goto packages

set "PYTHON="
for %%P in ("py -3" "python" "python3") do (
    if not defined PYTHON %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=%%~P"
)
if not defined PYTHON (
    echo Python 3.11 or newer is needed and was not found; README.md says how to get it. 1>&2
    exit /b 1
)
%PYTHON% -m venv "%ROOT%.venv"
if errorlevel 1 exit /b 1

:packages
if exist "%SCRIPTS%\nox.exe" goto run
"%SCRIPTS%\python.exe" -m pip install --quiet --disable-pip-version-check "nox[uv]"
if errorlevel 1 exit /b 1

:run
"%SCRIPTS%\python.exe" "%ROOT%tools\session.py" %*
exit /b %errorlevel%
