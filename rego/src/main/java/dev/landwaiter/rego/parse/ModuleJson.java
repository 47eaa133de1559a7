package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Comment;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Import;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A module as JSON, as `parse` prints it and `rego.parse_module` answers (reference: AST as JSON).
public final class ModuleJson {
  private final boolean locations;
  private final boolean comments;
  private final TermJson terms;

  /// @param locations whether nodes say where they stand
  /// @param comments whether comments are listed
  public ModuleJson(boolean locations, boolean comments) {
    this.locations = locations;
    this.comments = comments;
    this.terms = new TermJson(locations);
  }

  public ObjectValue of(Module module) {
    var clause = module.packageClause();
    var members =
        new Members()
            .put(
                "package",
                terms.begin(clause.at()).put("path", terms.terms(clause.path().parts())).finish())
            .list("imports", module.imports(), this::imported)
            .list("annotations", module.annotations(), this::annotations)
            .list("rules", module.rules(), this::rule);
    if (comments) {
      members.list("comments", module.comments(), comment -> comment(comment, module));
    }
    return members.finish();
  }

  private Value imported(Import one) {
    var members = new Members();
    one.alias().ifPresent(alias -> members.put("alias", alias));
    return terms.place(members, one.at()).put("path", terms.of(one.path())).finish();
  }

  /// One metadata block with the names of its fields in order.
  public Value annotations(Annotations block) {
    var members = new Members();
    var fields = block.fields();
    boolean placed = !locations;
    for (Value name : fields.sortedKeys()) {
      if (!placed && name.asText().compareTo("location") > 0) {
        terms.place(members, block.at());
        placed = true;
      }
      Value value = fields.get(name.asText()).orElseThrow();
      members.put(name.asText(), field(name.asText(), value));
    }
    if (!placed) {
      terms.place(members, block.at());
    }
    return members.finish();
  }

  private static Value field(String name, Value value) {
    return switch (name) {
      case "schemas" ->
          Members.array(
              value.elements(),
              one -> {
                var members = new Members();
                one.members()
                    .forEach((key, part) ->
                        members.put(key.asText(), part instanceof ArrayValue ? path(part) : part));
                return members.finish();
              });
      case "compile" -> {
        var members = new Members();
        value
            .get("unknowns")
            .ifPresent(
                refs -> members.put("unknowns", Members.array(refs.elements(), ModuleJson::path)));
        value.get("mask_rule").ifPresent(ref -> members.put("mask_rule", path(ref)));
        yield members.finish();
      }
      default -> value;
    };
  }

  /// A list of texts as the terms of a path.
  private static Value path(Value parts) {
    var found = new ArrayList<Value>();
    for (Value part : parts.elements()) {
      Term term =
          found.isEmpty()
              ? new Variable(part.asText(), Location.NONE)
              : new Scalar(part, Location.NONE);
      found.add(new TermJson(false).of(term));
    }
    return new ArrayValue(found);
  }

  /// A rule with all its branches.
  public Value rule(Rule rule) {
    var members =
        new Members()
            .list("annotations", rule.annotations(), this::annotations)
            .put("body", terms.of(rule.body()))
            .flag("default", rule.isDefault());
    rule.orElse().ifPresent(next -> members.put("else", rule(next)));
    return terms.place(members.put("head", head(rule)), rule.at()).finish();
  }

  private Value head(Rule rule) {
    Head head = rule.head();
    var members = new Members();
    head.legacyName().ifPresent(name -> members.put("name", name));
    members.list("args", head.args(), terms::of);
    head.key().ifPresent(key -> members.put("key", terms.of(key)));
    if (head.key().isEmpty() && hasOldKey(rule)) {
      members.put("key", terms.of(head.ref().parts().getLast()));
    }
    head.value().ifPresent(value -> members.put("value", terms.of(value)));
    members.flag("assign", head.assign()).list("ref", head.ref().parts(), terms::of);
    return terms.place(members, head.at()).finish();
  }

  /// Whether the second part of a path is shown as a key too: where `if` follows only when it is no
  /// constant.
  private static boolean hasOldKey(Rule rule) {
    List<Term> parts = rule.head().ref().parts();
    if (parts.size() != 2 || !rule.head().args().isEmpty() || rule.isDefault()) {
      return false;
    }
    boolean constant = parts.getLast() instanceof Scalar || isGroundCollection(parts.getLast());
    return !constant || rule.constant() || !usesIf(rule);
  }

  private static boolean isGroundCollection(Term part) {
    return !(part instanceof Ref) && Ground.is(part);
  }

  /// Whether `if` stands between a head and a body.
  private static boolean usesIf(Rule rule) {
    String text = rule.at().source().text();
    int at = Math.min(text.length(), rule.head().at().end());
    while (at < text.length()) {
      char one = text.charAt(at);
      if (one == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (one == ' ' || one == '\t' || one == '\r' || one == '\n') {
        at++;
      } else {
        return text.startsWith("if", at);
      }
    }
    return false;
  }

  private Value comment(Comment comment, Module module) {
    byte[] text = comment.text().getBytes(StandardCharsets.UTF_8);
    Location at = comment.at();
    for (Annotations block : module.annotations()) {
      if (block.at().start() == at.start()) {
        at = block.at();
      }
    }
    var place =
        new Members()
            .put("file", at.file())
            .put("row", Value.of(at.row()))
            .put("col", Value.of(at.column()));
    return new Members()
        .put("Text", Base64.getEncoder().encodeToString(text))
        .put("Location", locations ? TermJson.location(at) : place.finish())
        .finish();
  }
}
