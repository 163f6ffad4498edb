@echo off
rem Starts ClipScope: the window without arguments or with image files, else a command (clipscope --help).
rem An installed program brings its own Java, in runtime. Else 25 or newer is looked for in CLIPSCOPE_JAVA, JAVA_HOME and the PATH.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined CLIPSCOPE_JAVA set "JAVA=%CLIPSCOPE_JAVA%\bin\java"
if exist "%HOME_FOLDER%\runtime\bin\java.exe" set "JAVA=%HOME_FOLDER%\runtime\bin\java"
rem where Java writes down that native code ended it; the next start tells
set "CRASHES=%APPDATA%\ClipScope\crashes"
"%JAVA%" "-XX:ErrorFile=%CRASHES%\crash-%%p.log" "-Dclipscope.crashes=%CRASHES%" --module-path "%HOME_FOLDER%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow ^
  "-Dclipscope.home=%HOME_FOLDER%" -cp "%HOME_FOLDER%\lib\clipscope.jar" clipscope.app.Main %*
