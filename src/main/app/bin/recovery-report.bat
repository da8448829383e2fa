@echo off
rem Starts Recovery Report. JAVA_HOME chooses the Java runtime, RECOVERY_REPORT_OPTS adds options for it to those in java.options.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if not defined JAVA_HOME goto start
set "JAVA=%JAVA_HOME%\bin\java"
if exist "%JAVA%.exe" goto start
echo JAVA_HOME is "%JAVA_HOME%", and there is no bin\java.exe in it: correct or unset it.>&2
exit /b 2
:start
"%JAVA%" "@%HOME_FOLDER%\bin\java.options" "-Drecovery-report.home=%HOME_FOLDER%" %RECOVERY_REPORT_OPTS% -cp "%HOME_FOLDER%\lib\*" org.recoveryreport.cli.Main %*
exit /b %ERRORLEVEL%
