#!/bin/sh
# Sets the program up from wheels/, without network and once, and runs it:
#   sh start.sh                                    the desk in the browser: reports/ -> output/
#   sh start.sh build --input DIR --output DIR     any command of the program
set -eu
root=$(cd "$(dirname "$0")" && pwd)
venv=$root/.venv

fitting_python() {
    for name in @NAMES@ python3 python; do
        if command -v "$name" >/dev/null &&
            "$name" -c 'import sys; sys.exit(sys.version_info[:2] not in [@VERSIONS@])' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

if [ ! -e "$venv/ready" ]; then
    python=$(fitting_python)
    if [ -z "$python" ]; then
        echo "需要 Python @PYTHONS@，本机没有找到。见 README.txt。" >&2
        exit 1
    fi
    echo "第一次使用，正在准备（不用网络）……" >&2
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
    PYTHONPATH=$root/wheels/@PIP@ "$venv/bin/python" -m pip install --isolated --quiet \
        --no-index --find-links "$root/wheels" --only-binary :all: @PROGRAM@
    touch "$venv/ready"
fi

if [ $# = 0 ]; then
    cd "$root"
    set -- desk --input reports --output output
fi
exec "$venv/bin/python" -P -m builder "$@"
