package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.policy.gatekeeper.Judge;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.read.ConstraintReader;

/// A template with its code made ready.
///
/// @param engine that runs it
record ReadyTemplate(Template template, String engine, Judge judge, ConstraintReader reader) {}
