package dev.landwaiter.policy.gatekeeper.mutate;

import java.util.Optional;

/// Where a mutator gets its value from, when it stands in no manifest (reference, section 10).
///
/// @param provider its name
/// @param byUsername whether the user is asked for, instead of the value at the location
/// @param onFailure what happens without an answer
/// @param standard what stands for an answer that is missing
record External(
    String provider, boolean byUsername, FailurePolicy onFailure, Optional<String> standard) {
  enum FailurePolicy {
    FAIL,
    IGNORE,
    USE_DEFAULT
  }
}
