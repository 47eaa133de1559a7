package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.policy.CompiledPolicy;

/// Policies after compiling, and the base documents beside them.
record Compiled(CompiledPolicy policy, ObjectValue data) {}
