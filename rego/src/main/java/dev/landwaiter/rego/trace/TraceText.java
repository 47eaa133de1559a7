package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trace as text, a line for each event (reference 14.3).
@SuppressWarnings("OperatorPrecedence")
public final class TraceText {
  private static final int GAP = 5;

  private TraceText() {}

  /// The lines, each with a line break.
  ///
  /// @param names source names of variables the compiler renamed
  public static String of(List<Event> events, Map<String, String> names) {
    return text(lines(events, names, GAP));
  }

  /// As [#of], with the values of operands behind each event, which must carry its locals.
  public static String withOperands(List<Event> events, Map<String, String> names) {
    return text(withOperands(events, names, GAP));
  }

  private static String text(List<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /// The lines without their breaks.
  ///
  /// @param gap the number of blanks behind the longest place
  public static List<String> lines(List<Event> events, Map<String, String> names, int gap) {
    int widest = events.stream().mapToInt(event -> place(event.at()).length()).max().orElse(0);
    var depths = new HashMap<Long, Integer>();
    var naming = new Naming(names);
    var lines = new ArrayList<String>();
    for (Event event : events) {
      int depth = depth(depths, event);
      String place = place(event.at());
      lines.add(place + " ".repeat(widest + gap - place.length()) + line(event, depth, naming));
    }
    return lines;
  }

  /// As [#lines(List, Map, int)], with the values of operands behind each event, which must carry
  /// its locals.
  public static List<String> withOperands(List<Event> events, Map<String, String> names, int gap) {
    List<String> plain = lines(events, names, gap);
    var lines = new ArrayList<String>();
    for (int i = 0; i < plain.size(); i++) {
      lines.add(plain.get(i) + "  " + FailureText.operands(events.get(i), names));
    }
    return lines;
  }

  private static String place(Location at) {
    return (at.file().isEmpty() ? "query" : at.file()) + ":" + at.row();
  }

  private static int depth(Map<Long, Integer> depths, Event event) {
    Integer known = depths.get(event.query());
    if (known == null) {
      known = depths.getOrDefault(event.parent(), 0) + 1;
      depths.put(event.query(), known);
    }
    return known;
  }

  private static String line(Event event, int depth, Naming naming) {
    boolean outer =
        event.op() == Event.Op.ENTER
            || (event.op() == Event.Op.REDO && !(event.subject() instanceof Subject.OfExpr));
    var text = new StringBuilder("| ".repeat(outer ? depth - 1 : depth));
    text.append(event.op().label()).append(' ');
    if (event.op() == Event.Op.NOTE) {
      return text.append(dev.landwaiter.rego.syntax.ValueText.quoted(event.message())).toString();
    }
    text.append(event.ref().map(TermText::of).orElseGet(() -> subject(event.subject(), naming)));
    return event.message().isEmpty()
        ? text.toString()
        : text.append(' ').append(event.message()).toString();
  }

  private static String subject(Subject subject, Naming naming) {
    return switch (subject) {
      case Subject.OfBody(var body) -> TermText.of(naming.body(body));
      case Subject.OfExpr(var expr) -> TermText.of(naming.expr(expr));
      case Subject.OfRule(var _, Ref path) -> TermText.of(groundFront(path));
    };
  }

  private static Ref groundFront(Ref path) {
    int end = 1;
    while (end < path.parts().size() && path.parts().get(end) instanceof Scalar) {
      end++;
    }
    return new Ref(path.parts().subList(0, end), path.at());
  }

  /// Puts source names in.
  private static final class Naming extends Rewriting {
    private final Map<String, String> names;

    Naming(Map<String, String> names) {
      this.names = names;
    }

    @Override
    public Term term(Term term) {
      return term instanceof Variable(String name, Location at)
          ? new Variable(names.getOrDefault(name, name), at)
          : super.term(term);
    }

    @Override
    public Content content(Content content) {
      if (!(content instanceof Every every)) {
        return super.content(content);
      }
      boolean named =
          every.key().isPresent()
              && every.key().get() instanceof Variable key
              && names.containsKey(key.name())
              && !names.getOrDefault(key.name(), "").startsWith("__local");
      return super.content(
          new Every(
              named ? every.key() : Optional.empty(),
              every.value(),
              every.domain(),
              every.body(),
              every.at()));
    }
  }
}
