package dev.landwaiter.rego.compile;

/// One step over all modules.
interface Stage {
  /// The name of the stage, which metrics and explanations show.
  String id();

  /// Rewrites the modules of a compilation or adds to its problems.
  void run(Compilation compilation);
}
