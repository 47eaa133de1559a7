package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.rego.PassedOn;
import dev.landwaiter.rego.World;
import java.util.Map;
import java.util.TreeMap;

/// The world of policies over configuration: `opa.runtime()` tells less than in OPA itself.
record ConftestWorld(World world) implements PassedOn {
  @Override
  public Value runtime() {
    Map<Value, Value> environment = new TreeMap<>();
    environment().forEach((name, value) -> environment.put(Value.of(name), Value.of(value)));
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("commit"), Value.of(""));
    draft.put(Value.of("env"), new ObjectValue(environment));
    draft.put(Value.of("version"), Value.of(Version.CONFTEST_OPA));
    return draft.finish();
  }
}
