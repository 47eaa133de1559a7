package dev.landwaiter.policy.gatekeeper;

/// An engine that runs the code of templates.
public interface Driver {
  /// The name by which templates ask for it, such as `Rego`.
  String engine();

  /// Makes a template ready.
  ///
  /// @param code that the template gives this engine
  /// @throws RefusedException when the code is wrong
  Judge prepare(Template template, Code code) throws RefusedException;
}
