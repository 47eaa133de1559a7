package dev.landwaiter.rego.builtin.outside;

import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.net.Address;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `net.lookup_ip_addr` (reference 12.2).
public final class LookupFunctions {
  private LookupFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("net.lookup_ip_addr")
                .takes("name", Type.STRING)
                .gives(Type.set(Type.STRING))
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            (s, a) -> lookup(s, Operands.string(a, 0))));
  }

  private static Value lookup(Surroundings surroundings, String host) throws BuiltinException {
    Hosts.checkAllowed(surroundings, host);
    var address = Address.parse(host);
    if (address.isPresent()) {
      var one = new SetValue.Draft();
      one.add(Value.of(address.get().toString()));
      return one.finish();
    }
    return surroundings
        .remember("net.lookup_ip_addr", host, name -> Outcome.of(() -> ask(surroundings, name)))
        .get();
  }

  private static Value ask(Surroundings surroundings, String host) throws BuiltinException {
    try {
      var addresses = new SetValue.Draft();
      for (String address : surroundings.world().lookup(host)) {
        addresses.add(Value.of(address));
      }
      return addresses.finish();
    } catch (OutsideException e) {
      if (e.reason() == OutsideException.Reason.TIMEOUT) {
        throw BuiltinException.halt("net.lookup_ip_addr: timed out");
      }
      throw BuiltinException.failure(String.valueOf(e.getMessage()));
    }
  }
}
