@echo off
rem Sets the program up from wheels\, without network and once, and runs it:
rem   start.cmd                                    the desk in the browser: reports\ to output\
rem   start.cmd build --input DIR --output DIR     any command of the program
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%.venv\Scripts\python.exe"
if exist "%ROOT%.venv\ready" goto run

set "PYTHON="
for %%P in (@NAMES@ "python" "python3") do (
    if not defined PYTHON %%~P -c "import sys; sys.exit(sys.version_info[:2] not in [@VERSIONS@])" >nul 2>nul && set "PYTHON=%%~P"
)
rem The installer of python.org beside this file installs for this user, into this folder.
if not defined PYTHON for %%I in ("%ROOT%python-3*.exe") do (
    "%%~I" /passive InstallAllUsers=0 Include_launcher=0 Include_test=0 Shortcuts=0 TargetDir="%ROOT%python"
)
if not defined PYTHON if exist "%ROOT%python\python.exe" set PYTHON="%ROOT%python\python.exe"
if not defined PYTHON goto missing

echo Preparing, without network. This is done once.
if exist "%ROOT%.venv" rmdir /s /q "%ROOT%.venv"
%PYTHON% -m venv --without-pip "%ROOT%.venv"
if errorlevel 1 goto failed
set "PYTHONPATH=%ROOT%wheels\@PIP@"
"%PROGRAM%" -m pip install --isolated --quiet --no-index --find-links "%ROOT%wheels" --only-binary :all: @PROGRAM@
if errorlevel 1 goto failed
set "PYTHONPATH="
type nul >"%ROOT%.venv\ready"

:run
if "%~1"=="" goto clicked
"%PROGRAM%" -P -m builder %*
exit /b %errorlevel%

:clicked
cd /d "%ROOT%"
"%PROGRAM%" -P -m builder desk --input reports --output output
pause
exit /b %errorlevel%

:missing
echo Python @PYTHONS@ was not found. See README.txt. 1>&2
start "" notepad "%ROOT%README.txt"
pause
exit /b 1

:failed
echo The program could not be set up. See README.txt. 1>&2
pause
exit /b 1
