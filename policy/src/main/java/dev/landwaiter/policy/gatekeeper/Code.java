package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;

/// What a template gives one engine to run.
///
/// @param engine `Rego`, `K8sNativeValidation` or a name nobody knows
/// @param source as the template has it under `code[].source`; the older form of `rego` and `libs`
///   is written `{rego, libs, version: v0}`
public record Code(String engine, ObjectValue source) {
  public static final String REGO = "Rego";
  public static final String CEL = "K8sNativeValidation";
}
