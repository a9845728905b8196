@echo off
chcp 65001 >nul
rem 把内容文件（content.yaml）拖到这个文件上：报告、幻灯片和数据底表生成在它旁边的 build 文件夹里。
if "%~1"=="" (
  echo 请把内容文件拖到“生成.bat”上。
  pause
  exit /b 2
)
"%~dp0程序\jianbao.exe" build "%~f1"
set code=%errorlevel%
if not "%CI%"=="true" pause
exit /b %code%
