package dev.landwaiter.policy.conftest.run;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.conftest.UnreadException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `parse_config`, `parse_config_file` and `parse_combined_config_files`.
///
/// Files are named relative to the policy that calls. A function of Rego does not know who calls
/// it, so [Anchoring] puts the policy's name into the call and the function's anchored form into
/// its place.
public final class ConfigFunctions {
  static final String PARSE = "parse_config";
  static final String FILE = "parse_config_file";
  static final String FILES = "parse_combined_config_files";
  static final String ANCHORED = "internal.";

  /// Functions that have an anchored form.
  static final List<String> ANCHORABLE = List.of(FILE, FILES);

  private final ConfigFiles source;

  public ConfigFunctions(ConfigFiles source) {
    this.source = source;
  }

  /// All of them, by the names that policies use and by those of their anchored forms.
  List<Builtin> all() {
    List<Builtin> all = new ArrayList<>();
    all.add(
        new Builtin(
            Declaration.of(PARSE).takes("", STRING).takes("", STRING).gives(ANY), this::parse));
    all.add(
        new Builtin(
            Declaration.of(FILE).takes("", STRING).gives(ANY),
            (surroundings, arguments) -> file(surroundings, "", arguments)));
    all.add(
        new Builtin(
            Declaration.of(FILES).takes("", Type.array(STRING)).gives(ANY),
            (surroundings, arguments) -> files(surroundings, "", arguments)));
    all.add(
        new Builtin(
            Declaration.of(ANCHORED + FILE).takes("", STRING).takes("", STRING).gives(ANY),
            (surroundings, arguments) ->
                file(surroundings, Operands.string(arguments, 1), arguments)));
    all.add(
        new Builtin(
            Declaration.of(ANCHORED + FILES)
                .takes("", Type.array(STRING))
                .takes("", STRING)
                .gives(ANY),
            (surroundings, arguments) ->
                files(surroundings, Operands.string(arguments, 1), arguments)));
    return all;
  }

  private Value parse(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 1);
    surroundings.reserve(text.length());
    try {
      return source.parse(Operands.string(arguments, 0), text);
    } catch (UnreadException e) {
      throw BuiltinException.failure(PARSE + ": " + e.getMessage());
    }
  }

  private Value file(Surroundings surroundings, String policy, Value[] arguments)
      throws BuiltinException {
    surroundings.look();
    return read(FILE, beside(policy, Operands.string(arguments, 0)));
  }

  private Value files(Surroundings surroundings, String policy, Value[] arguments)
      throws BuiltinException {
    List<String> names = new ArrayList<>();
    for (Value each : Operands.array(arguments, 0).elements()) {
      if (!(each instanceof StringValue(String name))) {
        throw Operands.wrongElement(1, arguments[0], each, "string");
      }
      names.add(beside(policy, name));
    }
    List<Value> combined = new ArrayList<>();
    for (String name : names.stream().sorted().toList()) {
      surroundings.look();
      Combining.add(combined, name, read(FILES, name));
    }
    return new ArrayValue(combined);
  }

  private Value read(String function, String name) throws BuiltinException {
    try {
      return source.read(name).content();
    } catch (UnreadException e) {
      throw BuiltinException.failure(function + ": " + e.getMessage());
    }
  }

  /// A name as the policy means it: relative to the folder it stands in.
  private static String beside(String policy, String name) throws BuiltinException {
    try {
      Path folder = Path.of(policy).getParent();
      Path meant = folder == null ? Path.of(name) : folder.resolve(name);
      return meant.normalize().toString();
    } catch (InvalidPathException e) {
      throw BuiltinException.failure("\"" + name + "\" cannot be the name of a file");
    }
  }
}
