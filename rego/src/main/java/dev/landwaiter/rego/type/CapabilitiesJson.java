package dev.landwaiter.rego.type;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The JSON form of capabilities (reference: 1.3).
public final class CapabilitiesJson {
  private CapabilitiesJson() {}

  /// Reads a file's content; members it does not know are passed over, as the original does.
  ///
  /// @throws RegoException when it is no object or a declaration is not as the form wants it
  public static Capabilities read(Value json) throws RegoException {
    if (!(json instanceof ObjectValue)) {
      throw wrong("capabilities must be a JSON object");
    }
    Map<String, Declaration> builtins = new TreeMap<>();
    for (Value one : list(json, "builtins")) {
      Declaration declaration = declaration(one);
      builtins.put(declaration.name(), declaration);
    }
    return new Capabilities(
        builtins,
        texts(list(json, "future_keywords")),
        texts(list(json, "features")),
        json.get("allow_net")
            .filter(ArrayValue.class::isInstance)
            .map(hosts -> texts(hosts.elements())));
  }

  private static Declaration declaration(Value json) throws RegoException {
    String name = json.text("name");
    Value decl = json.get("decl").orElse(NullValue.NULL);
    if (!decl.text("type").equals("function")) {
      throw wrong("built-in function " + name + ": decl must be of type function");
    }
    Set<Declaration.Flag> flags = EnumSet.noneOf(Declaration.Flag.class);
    for (Declaration.Flag flag : Declaration.Flag.values()) {
      if (json.get(word(flag)).filter(BooleanValue.TRUE::equals).isPresent()) {
        flags.add(flag);
      }
    }
    String infix = json.text("infix");
    try {
      return new Declaration(
          name,
          infix.isEmpty() ? Optional.empty() : Optional.of(infix),
          TypeJson.readFunction(decl, 0),
          flags);
    } catch (TypeJson.MalformedException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private static String word(Declaration.Flag flag) {
    return switch (flag) {
      case DEPRECATED -> "deprecated";
      case NONDETERMINISTIC -> "nondeterministic";
      case RELATION -> "relation";
    };
  }

  private static List<Value> list(Value json, String name) throws RegoException {
    Value value = json.get(name).orElse(NullValue.NULL);
    if (!(value instanceof ArrayValue) && !(value instanceof NullValue)) {
      throw wrong("capabilities: " + name + " must be an array");
    }
    return value.elements();
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Value::asText).toList();
  }

  private static RegoException wrong(String message) {
    return new RegoException(RegoError.of("", message));
  }

  /// The form of capabilities: functions by name, members in the order of the original's, empty
  /// ones left out.
  public static Value of(Capabilities capabilities) {
    var object = new ObjectValue.Draft();
    boolean functions = !capabilities.builtins().isEmpty();
    if (functions) {
      object.put(
          Value.of("builtins"),
          new ArrayValue(
              new TreeMap<>(capabilities.builtins())
                  .values().stream().map(CapabilitiesJson::of).toList()));
    }
    put(object, "future_keywords", capabilities.futureKeywords());
    if (functions) {
      object.put(Value.of("wasm_abi_versions"), ArrayValue.of(wasm(1, 1), wasm(1, 2)));
    }
    put(object, "features", capabilities.features());
    capabilities
        .allowNet()
        .ifPresent(hosts ->
            object.put(
                Value.of("allow_net"), new ArrayValue(hosts.stream().map(Value::of).toList())));
    return object.finish();
  }

  /// As [#of(Capabilities)], for what modules need: functions, keywords and features alone.
  public static Value required(Capabilities capabilities) {
    var object = new ObjectValue.Draft();
    of(capabilities)
        .members()
        .forEach((name, value) -> {
          if (!name.asText().equals("wasm_abi_versions")) {
            object.put(name, value);
          }
        });
    return object.finish();
  }

  private static void put(ObjectValue.Draft object, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      object.put(Value.of(name), new ArrayValue(texts.stream().sorted().map(Value::of).toList()));
    }
  }

  private static Value wasm(int version, int minor) {
    var object = new ObjectValue.Draft();
    object.put(Value.of("version"), Value.of(version));
    object.put(Value.of("minor_version"), Value.of(minor));
    return object.finish();
  }

  /// The form of one declaration; names of arguments are not part of it.
  public static Value of(Declaration declaration) {
    var object = new ObjectValue.Draft();
    object.put(Value.of("name"), Value.of(declaration.name()));
    object.put(Value.of("decl"), TypeJson.of(declaration.type()));
    declaration.infix().ifPresent(infix -> object.put(Value.of("infix"), Value.of(infix)));
    for (Declaration.Flag flag :
        List.of(
            Declaration.Flag.RELATION,
            Declaration.Flag.NONDETERMINISTIC,
            Declaration.Flag.DEPRECATED)) {
      if (declaration.is(flag)) {
        object.put(Value.of(word(flag)), Value.of(true));
      }
    }
    return object.finish();
  }
}
