package dev.landwaiter.cli.command.rego;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.rego.RegoError;
import java.util.Optional;

/// There is one target: policies are evaluated here, not by WebAssembly.
final class EvalTarget {
  private static final String RULER = "-".repeat(82);

  private EvalTarget() {}

  /// What is told who asks for WebAssembly; scripts may look for the details the original gives.
  static RegoError noWasm(Invocation invocation) {
    String details =
        invocation.dialect().cobra()
            ? String.join(
                "\n",
                "WebAssembly runtime not supported in this build.",
                RULER,
                "Please download an OPA binary with Wasm enabled from",
                "https://www.openpolicyagent.org/docs/latest/#running-opa",
                "or build it yourself (with Wasm enabled).",
                RULER)
            : "policies are evaluated by Landwaiter itself: leave out --target, or use rego";
    return new RegoError(
        "",
        "engine not found",
        Optional.empty(),
        details.lines().toList(),
        Optional.of(Value.of(details)));
  }
}
