@echo off
rem Windows: double-click.
chcp 65001 >nul
cd /d "%~dp0"
where py >nul 2>nul && (py -3 . %* & goto end)
where python >nul 2>nul && (python . %* & goto end)
echo Python 3.8+ : https://www.python.org/downloads/
:end
pause
