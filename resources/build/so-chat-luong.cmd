@echo off
rem Runs a command of So Chat Luong in a console:  so-chat-luong evaluate --data DIR --period 2024-Q1
rem The program has no console of its own: what it writes goes through two files, which are removed.
setlocal
chcp 65001 >nul
set "SCL_OUT=%TEMP%\scl-%RANDOM%%RANDOM%.out"
set "SCL_ERR=%SCL_OUT%.err"
start "" /b /wait "%~dp0Sổ Chất Lượng.exe" %* >"%SCL_OUT%" 2>"%SCL_ERR%"
set "SCL_CODE=%ERRORLEVEL%"
type "%SCL_OUT%"
type "%SCL_ERR%" 1>&2
del "%SCL_OUT%" "%SCL_ERR%"
exit /b %SCL_CODE%
