package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.evidence.Evidence;
import dev.landwaiter.policy.evidence.Footing;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Judge;
import dev.landwaiter.policy.gatekeeper.Judgement;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.eval.Program;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.run.Grounds;
import dev.landwaiter.rego.search.Search;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.trace.Recorder;
import dev.landwaiter.rego.trace.TraceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One template in Rego, compiled, its query prepared.
final class RegoJudge implements Judge {
  private static final StringValue REVIEW = new StringValue("review");
  private static final StringValue PARAMETERS = new StringValue("parameters");
  private static final StringValue INVENTORY = new StringValue("inventory");
  private static final StringValue MESSAGE = new StringValue("msg");
  private static final StringValue DETAILS = new StringValue("details");

  private static final List<String> RULE = List.of("template", "violation");
  private static final List<Value> FRONT = List.of(REVIEW, new StringValue("object"));

  private final CompiledPolicy policy;
  private final CompiledQuery query;
  private final Map<String, Builtin> functions;
  private final RegoDriverSettings settings;
  private final Prepared prepared;
  private final Evidence evidence;

  RegoJudge(
      CompiledPolicy policy,
      CompiledQuery query,
      Map<String, Builtin> functions,
      RegoDriverSettings settings) {
    this.policy = policy;
    this.query = query;
    this.functions = functions;
    this.settings = settings;
    this.prepared = Program.compile(policy, functions).prepare(query);
    this.evidence =
        Evidence.of(() -> new Grounds(new Search(policy, functions), policy.capabilities()));
  }

  @Override
  public Judgement judge(Review review, Constraint constraint, Surroundings surroundings)
      throws ReviewException {
    var documents =
        new Documents(data(surroundings.inventory()), Optional.of(input(review, constraint)));
    var how =
        new Settings(
            settings.world(),
            settings.budget().get(),
            false,
            true,
            true,
            surroundings.print(),
            policy.capabilities());
    if (surroundings.trace()) {
      return traced(documents, how);
    }
    try {
      return new Judgement(violations(prepared.evaluate(documents, how)), Optional.empty());
    } catch (RegoException e) {
      return new Judgement(List.of(failed(e)), Optional.empty());
    }
  }

  private static ObjectValue input(Review review, Constraint constraint) {
    var input = new ObjectValue.Draft();
    var _ = input.put(REVIEW, review.request());
    var _ = input.put(PARAMETERS, constraint.parameters());
    return input.finish();
  }

  private static ObjectValue data(ObjectValue inventory) {
    var data = new ObjectValue.Draft();
    var _ = data.put(INVENTORY, inventory);
    return data.finish();
  }

  @Override
  public Function<Violation, List<Value>> places(
      Review review, Constraint constraint, ObjectValue inventory) {
    Footing footing =
        evidence.of(RULE, input(review, constraint), data(inventory), settings.world());
    return violation -> footing.path(element -> is(element, violation), FRONT);
  }

  private static boolean is(Value element, Violation violation) {
    return element instanceof ObjectValue object
        && Value.of(violation.message()).equals(object.find(MESSAGE))
        && violation
            .details()
            .orElse(ObjectValue.EMPTY)
            .equals(object.get(DETAILS.text()).orElse(ObjectValue.EMPTY));
  }

  private Judgement traced(Documents documents, Settings how) throws ReviewException {
    var recorder = new Recorder(false);
    List<Violation> violations;
    try {
      violations =
          violations(
              new Search(policy, functions).evaluate(query, documents, how, Optional.of(recorder)));
    } catch (RegoException e) {
      violations = List.of(failed(e));
    }
    return new Judgement(
        violations, Optional.of(TraceText.of(Explain.FULL.of(recorder.events()), policy.names())));
  }

  private static Violation failed(RegoException e) {
    return new Violation(e.errors().getFirst().text(), Optional.of(NullValue.NULL));
  }

  private static List<Violation> violations(Answer answer) throws ReviewException {
    if (answer.results().isEmpty()) {
      return List.of();
    }
    Iterable<Value> elements =
        switch (answer.results().getFirst().values().getFirst()) {
          case SetValue set -> set.elements();
          case ObjectValue object -> object.sortedKeys();
          default -> List.of();
        };
    Set<Violation> found = new LinkedHashSet<>();
    for (Value element : elements) {
      if (element instanceof ObjectValue object && object.find(MESSAGE) != null) {
        found.add(violation(object));
      }
    }
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    List<Violation> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(violation -> violation.details().orElse(ObjectValue.EMPTY)));
    return sorted;
  }

  private static Violation violation(ObjectValue element) throws ReviewException {
    Value message = element.find(MESSAGE);
    if (!(message instanceof StringValue text)) {
      throw new ReviewException(
          "extracting message binding: .msg accessor error: %s, expected string"
              .formatted(described(message == null ? NullValue.NULL : message)));
    }
    Value details = element.find(DETAILS);
    return new Violation(text.text(), Optional.of(details == null ? ObjectValue.EMPTY : details));
  }

  private static String described(Value value) {
    String kind =
        switch (value) {
          case NullValue _ -> "<nil>";
          case BooleanValue _ -> "bool";
          case NumberValue _ -> "json.Number";
          case StringValue _ -> "string";
          case ArrayValue _, SetValue _ -> "[]interface {}";
          case ObjectValue _ -> "map[string]interface {}";
        };
    return (value instanceof NullValue ? "<nil>" : value) + " is of the type " + kind;
  }
}
