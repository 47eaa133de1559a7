package dev.landwaiter.rego;

/// The version of the language a module is written in.
public enum RegoVersion {
  /// Keywords only after an import; the checks of old.
  V0,
  /// Version 0 with `import rego.v1`: the grammar of version 0 and all checks of version 1.
  V0_V1,
  /// The default.
  V1
}
