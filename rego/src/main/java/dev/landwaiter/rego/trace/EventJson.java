package dev.landwaiter.rego.trace;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.parse.ModuleJson;
import dev.landwaiter.rego.parse.TermJson;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Events as the JSON of the command line (reference 14.3). They must carry their locals.
@SuppressWarnings("OperatorPrecedence")
public final class EventJson {
  private final Map<String, String> names;
  private final TermJson nodes = new TermJson(false);
  private final ModuleJson modules = new ModuleJson(false, false);
  private final Unfolding unfolding = new Unfolding();

  /// @param names source names of variables the compiler renamed
  public EventJson(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  /// All events.
  public Value of(List<Event> events) {
    return new ArrayValue(events.stream().map(this::of).toList());
  }

  private Value of(Event event) {
    boolean note = event.op() == Event.Op.NOTE;
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("Op"), Value.of(event.op().label()));
    draft.put(Value.of("Node"), note ? NullValue.NULL : node(event.subject()));
    draft.put(Value.of("Location"), location(event.at()));
    draft.put(Value.of("QueryID"), Value.of(event.query()));
    draft.put(Value.of("ParentID"), Value.of(event.parent()));
    draft.put(Value.of("Locals"), note ? NullValue.NULL : locals(event.locals()));
    draft.put(Value.of("LocalMetadata"), note ? NullValue.NULL : metadata(event));
    draft.put(Value.of("Message"), Value.of(event.message()));
    draft.put(
        Value.of("Ref"),
        event.ref().map(ref -> nodes.of(ref).get("value").orElseThrow()).orElse(NullValue.NULL));
    return draft.finish();
  }

  private Value node(Subject subject) {
    return switch (subject) {
      case Subject.OfBody(Body body) -> nodes.of(unfolding.body(body));
      case Subject.OfRule(var rule, Ref _) -> modules.rule(unfolding.rule(rule));
      case Subject.OfExpr(Expr expr) ->
          nodes.of(new Body(List.of(unfolding.expr(expr)), expr.at())).elements().getFirst();
    };
  }

  private static Value location(Location at) {
    if (at.equals(Location.NONE)) {
      return NullValue.NULL;
    }
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("file"), Value.of(at.file()));
    draft.put(Value.of("row"), Value.of(at.row()));
    draft.put(Value.of("col"), Value.of(at.column()));
    return draft.finish();
  }

  private Value locals(List<Local> locals) {
    if (locals.isEmpty()) {
      return NullValue.NULL;
    }
    var shown = new ArrayList<Value>();
    for (Local local : locals) {
      var draft = new ObjectValue.Draft();
      draft.put(Value.of("name"), Value.of(local.variable().toString()));
      nodes.of(unfolding.term(local.value())).members().forEach(draft::put);
      shown.add(draft.finish());
    }
    return new ArrayValue(shown);
  }

  private Value metadata(Event event) {
    var variables = new TreeMap<String, Variable>();
    var search =
        new Rewriting() {
          @Override
          public Term term(Term term) {
            if (term instanceof Variable variable && names.containsKey(variable.name())) {
              variables.putIfAbsent(variable.name(), variable);
            }
            return super.term(term);
          }
        };
    switch (event.subject()) {
      case Subject.OfBody(Body body) -> search.body(body);
      case Subject.OfRule(var rule, Ref _) -> search.rule(rule);
      case Subject.OfExpr(Expr expr) -> search.expr(expr);
    }
    event
        .locals()
        .forEach(local -> variables.putIfAbsent(local.variable().name(), local.variable()));
    var draft = new ObjectValue.Draft();
    variables.forEach((name, variable) -> {
      String shown = names.getOrDefault(name, name);
      var entry = new ObjectValue.Draft();
      entry.put(Value.of("name"), Value.of(shown));
      boolean named =
          !variable.isWildcard() && !(shown.startsWith("__local") && names.containsKey(name));
      entry.put(Value.of("location"), named ? location(variable.at()) : NullValue.NULL);
      draft.put(Value.of(name), entry.finish());
    });
    return draft.finish();
  }
}
