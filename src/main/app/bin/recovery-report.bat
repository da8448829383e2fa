@echo off
rem Starts Recovery Report. JAVA_HOME chooses the Java runtime, RECOVERY_REPORT_OPTS adds options for it to those in java.options.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%HOME_FOLDER%\bin\java.options" "-Drecovery-report.home=%HOME_FOLDER%" %RECOVERY_REPORT_OPTS% -cp "%HOME_FOLDER%\lib\*" org.recoveryreport.cli.Main %*
exit /b %ERRORLEVEL%
