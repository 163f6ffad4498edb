package clipscope.packaging;

import java.util.Locale;

/// The system and processor that installers are made for: those of this machine.
///
/// @param djl its name in DJL's jars
/// @param jna its name in JNA's jar
record Target(System system, String djl, String jna) {

    enum System {
        LINUX,
        WINDOWS,
        MACOS
    }

    static Target ofThisMachine() {
        String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = java.lang.System.getProperty("os.arch").equals("aarch64");
        if (name.contains("win")) {
            return new Target(System.WINDOWS, "win-x86_64", "win32-x86-64");
        }
        if (name.contains("mac")) {
            return arm
                    ? new Target(System.MACOS, "osx-aarch64", "darwin-aarch64")
                    : new Target(System.MACOS, "osx-x86_64", "darwin-x86-64");
        }
        return arm
                ? new Target(System.LINUX, "linux-aarch64", "linux-aarch64")
                : new Target(System.LINUX, "linux-x86_64", "linux-x86-64");
    }

    /// {@return where the runtime looks for JavaFX's native libraries, seen from a folder of such libraries}
    String javafxNatives() {
        return system == System.WINDOWS ? "javafx" : "";
    }
}
