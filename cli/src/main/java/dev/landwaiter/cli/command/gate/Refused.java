package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong with a template, a constraint or another object, at its place in the file.
final class Refused {
  private static final String ENTRY = "template:";
  private static final String LIBRARY = "libs[\"lib_";

  private Refused() {}

  /// A problem with an object that was not taken; errors of Rego are placed in the text of the
  /// template.
  static Problem problem(Manifest manifest, String doing, RefusedException why) {
    String message = doing + ": " + why.text();
    List<Value> source = source(manifest);
    int line = line(why.text(), ENTRY);
    if (manifest.resource().isTemplate() && line > 0) {
      return rego(manifest, below(source, "rego"), line, message, why.hint());
    }
    int at = why.text().indexOf(LIBRARY);
    if (manifest.resource().isTemplate() && at >= 0) {
      int library = number(why.text(), at + LIBRARY.length());
      List<Value> path = below(source, "libs");
      path.add(NumberValue.of(library));
      return rego(manifest, path, Math.max(1, line(why.text(), "\"]:")), message, why.hint());
    }
    return problem(manifest, List.of(), message, why.hint());
  }

  static Problem problem(Manifest manifest, List<Value> path, String message, String hint) {
    Position at = manifest.document().locator().get().find(path).span().start();
    return new Problem(manifest.document().file(), Optional.of(at), message, hint);
  }

  /// A place so many lines down in a text: behind the line of `|` where it is a block.
  private static Problem rego(
      Manifest manifest, List<Value> path, int line, String message, String hint) {
    Locator.Spot spot = manifest.document().locator().get().find(path);
    Span span = spot.span();
    boolean block = spot.depth() == path.size() && span.lastLine() > span.start().line();
    Position at =
        block
            ? new Position(Math.min(span.start().line() + line, span.end().line()), 1)
            : span.start();
    return new Problem(manifest.document().file(), Optional.of(at), message, hint);
  }

  private static List<Value> below(List<Value> path, String name) {
    List<Value> longer = new ArrayList<>(path);
    longer.add(Value.of(name));
    return longer;
  }

  /// Where a template has its Rego.
  private static List<Value> source(Manifest manifest) {
    List<Value> path =
        new ArrayList<>(List.of(Value.of("spec"), Value.of("targets"), NumberValue.of(0)));
    List<Value> targets =
        manifest.resource().content().get("spec").flatMap(spec -> spec.get("targets")).stream()
            .flatMap(list -> list.elements().stream())
            .toList();
    if (targets.isEmpty() || !targets.getFirst().text("rego").isEmpty()) {
      return path;
    }
    List<Value> code = targets.getFirst().get("code").map(Value::elements).orElse(List.of());
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i).text("engine").equals("Rego")) {
        path.addAll(List.of(Value.of("code"), NumberValue.of(i), Value.of("source")));
        return path;
      }
    }
    return path;
  }

  private static int line(String text, String before) {
    int at = text.indexOf(before);
    return at < 0 ? 0 : number(text, at + before.length());
  }

  private static int number(String text, int at) {
    int number = 0;
    for (int i = at; i < text.length() && Character.isDigit(text.charAt(i)) && i < at + 6; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }
}
