package dev.landwaiter.dockerfile.stage;

/// When in its work the builder says something, in this order; after its first refusal it says
/// nothing more.
public enum Moment {
  /// The options of its checks are read.
  OPTIONS,
  /// Lines are joined.
  LINES,
  /// Each instruction is understood.
  INSTRUCTIONS,
  /// The names of all stages are looked at.
  NAMES,
  /// The spelling of all instructions is.
  CASING,
  /// Images are worked out from the defaults alone.
  DEFAULTS,
  /// Variables before the first stage get their values.
  GLOBALS,
  /// Each FROM is worked out.
  FROMS,
  /// Stages are tied together.
  TIES,
  /// Images are looked up.
  IMAGES,
  /// Instructions are carried out, stage by stage.
  STEPS
}
