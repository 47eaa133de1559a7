package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.policy.gatekeeper.Driver;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.bench.BenchEngine;
import dev.landwaiter.policy.gatekeeper.cel.run.CelDriver;
import dev.landwaiter.policy.gatekeeper.cel.run.FailurePolicy;
import dev.landwaiter.policy.gatekeeper.external.ExternalFunction;
import dev.landwaiter.policy.gatekeeper.read.GoFloat;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The engines that run templates on a command line. At the gate the network is always closed.
final class Engines {
  /// Bytes of heap for each value an evaluation may make.
  private static final long BYTES_PER_VALUE = 32;

  private Engines() {}

  /// A client without templates.
  ///
  /// @param prints whether what templates print is kept
  /// @param original whether templates see the numbers of parameters as with gator
  ///
  /// @throws UsageException when a flag has a value that it cannot have
  static Client client(Invocation invocation, boolean prints, boolean original)
      throws UsageException {
    return clients(invocation, prints, original).get();
  }

  /// Makes clients without templates as often as one is needed; see [#client].
  static Supplier<Client> clients(Invocation invocation, boolean prints, boolean original)
      throws UsageException {
    List<Driver> drivers = drivers(invocation, prints, Optional.empty());
    return () -> new Client(drivers, numbers(original));
  }

  /// As [#clients] does for our own commands, whose templates may ask for external data.
  static Supplier<Client> clients(
      Invocation invocation, boolean prints, Optional<ExternalData> external)
      throws UsageException {
    List<Driver> drivers = drivers(invocation, prints, external);
    return () -> new Client(drivers, numbers(false));
  }

  private static List<Driver> drivers(
      Invocation invocation, boolean prints, Optional<ExternalData> external)
      throws UsageException {
    Map<String, Builtin> functions = new HashMap<>(Builtins.all());
    external.ifPresent(data -> functions.put(ExternalFunction.NAME, ExternalFunction.over(data)));
    List<Driver> drivers = new ArrayList<>();
    if (invocation.values().flag(GateFlags.CEL)) {
      drivers.add(cel(invocation, invocation.values().text(GateFlags.FAILURE_POLICY)));
    }
    drivers.add(rego(invocation, prints, functions));
    return drivers;
  }

  /// A client of our own whose templates may ask for external data, where there is whom to ask.
  static Asking asking(Invocation invocation, boolean prints, Optional<ExternalData> external)
      throws UsageException {
    return new Asking(
        clients(invocation, prints, external).get(), external.orElse(ExternalData.NONE));
  }

  /// The engines to be measured.
  ///
  /// @param name `rego`, `cel` or `all`
  static List<BenchEngine> measured(Invocation invocation, String name, boolean original)
      throws UsageException {
    Driver ofCel = cel(invocation, "Fail");
    var rego =
        new BenchEngine(
            "rego",
            () -> new Client(List.of(rego(invocation, false, Builtins.all())), numbers(original)),
            true);
    var cel = new BenchEngine("cel", () -> new Client(List.of(ofCel), numbers(original)), false);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "rego" -> List.of(rego);
      case "cel" -> List.of(cel);
      case "all" -> List.of(rego, cel);
      default ->
          throw new UsageException("there is no engine " + name + "; there are rego, cel, all");
    };
  }

  private static UnaryOperator<Value> numbers(boolean original) {
    return original ? GoFloat::in : UnaryOperator.identity();
  }

  private static Driver cel(Invocation invocation, String policy) throws UsageException {
    try {
      return new CelDriver(
          FailurePolicy.of(policy),
          (template, mistake) -> invocation.log().warn("template " + template + ": " + mistake));
    } catch (RefusedException e) {
      throw new UsageException("invalid default K8sNativeValidation failure policy: " + e.text());
    }
  }

  private static Driver rego(
      Invocation invocation, boolean prints, Map<String, Builtin> functions) {
    var world =
        new ClosedWorld(invocation.world().clock(), Ticks::now, invocation.world().random());
    long memory = invocation.world().heap() / BYTES_PER_VALUE;
    var budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, memory, Budget.DEPTH);
    return new RegoDriver(
        new RegoDriverSettings(world, () -> budget, functions, Set.of(), true, prints));
  }
}
