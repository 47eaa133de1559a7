package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Capabilities;
import java.util.ArrayList;
import java.util.List;

/// Reads the modules of a template, checks what they reach for, and moves them to where they can do
/// no harm: the entry to `data.template`, libraries below `data.libs` (reference 5.2).
final class TemplateModules {
  private static final String INVALID = "invalid ConstraintTemplate: ";

  private final ParserSettings settings;
  private final boolean inventory;

  /// Prepares reading.
  ///
  /// @param inventory whether `data.inventory` may be read
  TemplateModules(Capabilities capabilities, RegoVersion version, boolean inventory) {
    this.settings = ParserSettings.of(version).capabilities(capabilities);
    this.inventory = inventory;
  }

  /// The modules of a template, the entry first.
  ///
  /// @throws RefusedException with the words of the original
  List<Module> read(Code code) throws RefusedException {
    Module entry = parse("template", code.source().text("rego"));
    List<Module> libraries = new ArrayList<>();
    List<Value> texts = code.source().get("libs").orElse(ArrayValue.EMPTY).elements();
    for (int i = 0; i < texts.size(); i++) {
      if (!(texts.get(i) instanceof StringValue text)) {
        throw new RefusedException(INVALID + "libs[" + i + "] must be a text");
      }
      Module library = parse("libs[\"lib_" + i + "\"]", text.text());
      Ref path = library.packageClause().path();
      if (!isBelowLib(path) || path.parts().size() < 3) {
        throw new RefusedException(
            INVALID
                + "invalid lib prefix: path "
                + TermText.of(path)
                + " not found in lib prefixes");
      }
      libraries.add(library);
    }
    check(entry, "{template}");
    for (Module library : libraries) {
      check(library, "{" + library.source().file() + "}");
    }
    requireViolation(entry);
    List<Module> moved = new ArrayList<>();
    moved.add(moved(entry, template(entry)));
    for (Module library : libraries) {
      moved.add(moved(library, Moving.moved(library.packageClause().path())));
    }
    return moved;
  }

  private Module parse(String name, String text) throws RefusedException {
    try {
      return Parser.parseModule(new Source(name, text), settings);
    } catch (RegoException e) {
      boolean empty =
          e.errors().size() == 1
              && e.errors().getFirst().code().equals(ErrorCode.PARSE)
              && e.errors().getFirst().message().equals("empty module");
      throw new RefusedException(
          INVALID + (empty ? e.errors().getFirst().text() : RegoException.text(e.errors())));
    }
  }

  private void check(Module module, String name) throws RefusedException {
    new Reach(inventory).check(module, name);
  }

  private static void requireViolation(Module entry) throws RefusedException {
    for (Rule rule : entry.rules()) {
      if (rule.head().ref().head() instanceof Variable name && name.name().equals("violation")) {
        return;
      }
    }
    throw new RefusedException(
        INVALID + "invalid rego: invalid module: missing required rules: [violation]");
  }

  private static Ref template(Module entry) {
    Ref path = entry.packageClause().path();
    return new Ref(List.of(path.head(), Scalar.of("template", path.at())), path.at());
  }

  private static Module moved(Module module, Ref path) {
    var moving = new Moving();
    return new Module(
        module.source(),
        module.version(),
        module.keywords(),
        new PackageClause(path, module.packageClause().at()),
        module.imports().stream().map(moving::imported).toList(),
        module.rules().stream().map(moving::rule).toList(),
        module.annotations(),
        module.comments());
  }

  static boolean isBelowLib(Ref path) {
    return path.parts().size() > 1 && isText(path.parts().get(1), "lib");
  }

  static boolean isText(Term term, String text) {
    return term instanceof Scalar scalar && scalar.value().asText().equals(text);
  }

  /// The module that hands violations on, which the original's checks of types run over; its lines
  /// show in their errors.
  static Module hooks(RegoVersion version, Capabilities capabilities) throws RegoException {
    boolean one = version == RegoVersion.V1;
    String text =
        """
        package hooks








        %s


          key := input.constraints[_]
          inp := {"review": input.review, "parameters": data.constraints[key.kind][key.name]}
          data.template.violation[r] with input as inp with data.inventory as data.external


          answer := {
            "key": key,
            "details": object.get(r, "details", {}),
            "msg": r.msg,
          }
        }
        """
            .formatted(one ? "violation contains answer if {" : "violation[answer] {");
    return Parser.parseModule(
        new Source("hooks.hooks_builtin", text),
        ParserSettings.of(version).capabilities(capabilities));
  }
}
