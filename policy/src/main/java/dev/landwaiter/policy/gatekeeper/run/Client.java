package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Driver;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.policy.gatekeeper.match.MatchException;
import dev.landwaiter.policy.gatekeeper.match.Matcher;
import dev.landwaiter.policy.gatekeeper.read.ConstraintReader;
import dev.landwaiter.policy.gatekeeper.read.TemplateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Templates, constraints and data, and reviews by them. Any number of threads may review at once
/// as long as none of them adds anything.
public final class Client {
  private final List<Driver> drivers;
  private final UnaryOperator<Value> parameters;
  private final Inventory inventory = new Inventory();
  private final Map<String, ReadyTemplate> templates = new TreeMap<>();
  private final Map<String, Map<String, ReadyConstraint>> constraints = new TreeMap<>();
  private final Map<GroupVersionKind, List<Candidates>> candidates = new ConcurrentHashMap<>();

  /// A client without templates.
  ///
  /// @param drivers in the order in which they are preferred where a template has code for several
  public Client(List<Driver> drivers) {
    this(drivers, UnaryOperator.identity());
  }

  /// A client without templates.
  ///
  /// @param drivers in the order in which they are preferred where a template has code for several
  /// @param parameters what is done to the parameters of constraints before templates see them
  public Client(List<Driver> drivers, UnaryOperator<Value> parameters) {
    this.drivers = List.copyOf(drivers);
    this.parameters = parameters;
  }

  /// A template made ready for this client and not yet taken.
  public static final class ReadyToAdd {
    private final ReadyTemplate ready;

    private ReadyToAdd(ReadyTemplate ready) {
      this.ready = ready;
    }
  }

  /// Takes a template; one of the same name is replaced.
  ///
  /// @throws RefusedException when it cannot be used
  public Template addTemplate(Resource resource) throws RefusedException {
    return addTemplate(prepareTemplate(resource));
  }

  /// Takes a template that was made ready.
  public Template addTemplate(ReadyToAdd template) {
    templates.put(template.ready.template().name(), template.ready);
    candidates.clear();
    return template.ready.template();
  }

  /// Makes a template ready, which is most of the work; any number of threads may do so at once.
  ///
  /// @throws RefusedException when it cannot be used
  public ReadyToAdd prepareTemplate(Resource resource) throws RefusedException {
    Template template = TemplateReader.read(resource);
    for (Driver driver : drivers) {
      for (Code code : template.code()) {
        if (code.engine().equals(driver.engine())) {
          return new ReadyToAdd(
              new ReadyTemplate(
                  template,
                  driver.engine(),
                  driver.prepare(template, code),
                  new ConstraintReader(template)));
        }
      }
    }
    throw new RefusedException(
        "no language driver is installed that handles this constraint template: available drivers: map[%s], wanted \"\""
            .formatted(
                IntStream.range(0, drivers.size())
                    .mapToObj(i -> drivers.get(i).engine() + ":" + (i + 1))
                    .sorted()
                    .collect(Collectors.joining(" "))),
        template.code().isEmpty()
            ? "the template has no code"
            : "the template has code for "
                + template.code().stream().map(Code::engine).collect(Collectors.joining(", ")));
  }

  /// Takes a constraint; one of the same kind and name is replaced.
  ///
  /// @throws RefusedException when there is no template for it, or it does not fit its template
  public Constraint addConstraint(Resource resource) throws RefusedException {
    String name = resource.type().kind().toLowerCase(Locale.ROOT);
    ReadyTemplate template = templates.get(name);
    if (template == null) {
      throw new RefusedException(
          "missing ConstraintTemplate: template \"" + name + "\" not found",
          "its constraints need a ConstraintTemplate named " + name);
    }
    Constraint constraint = template.reader().read(resource).with(parameters);
    constraints
        .computeIfAbsent(name, _ -> new TreeMap<>())
        .put(constraint.name(), new ReadyConstraint(constraint, Matcher.of(constraint.match())));
    candidates.clear();
    return constraint;
  }

  /// Takes an object into the inventory; one of the same place is replaced.
  ///
  /// @throws RefusedException when it has no version or no kind
  public void addData(Resource object) throws RefusedException {
    inventory.put(object);
  }

  public void removeData(Resource object) {
    inventory.remove(object);
  }

  public List<Template> templates() {
    return templates.values().stream().map(ReadyTemplate::template).toList();
  }

  /// All constraints, by kind and name.
  public List<Constraint> constraints() {
    return constraints.values().stream()
        .flatMap(each -> each.values().stream())
        .map(ReadyConstraint::constraint)
        .toList();
  }

  /// Reviews one object by all constraints that match it.
  ///
  /// @throws ReviewException when a policy answers what it must not
  public Response review(Review review, ReviewSettings settings) throws ReviewException {
    return new Reviewing(completed(review), settings, inventory.value())
        .run(candidates(type(review)));
  }

  /// What matches are about: the objects, whatever the request calls them.
  private static GroupVersionKind type(Review review) {
    return review.object().or(review::oldObject).map(Resource::type).orElse(review.type());
  }

  /// Tells which places in the object of a review its violations of one constraint are about, as
  /// paths; none where it is not known. Costs a second evaluation.
  public Function<Violation, List<Value>> places(Review review, Constraint constraint) {
    ReadyTemplate template = templates.get(constraint.kind().toLowerCase(Locale.ROOT));
    return template == null
        ? _ -> List.of()
        : template.judge().places(review, constraint, inventory.value());
  }

  /// Why constraints do not apply to an object: the criterion by the constraint.
  public Map<Constraint, String> mismatches(Review review) {
    Review completed = completed(review);
    Map<Constraint, String> found = new java.util.LinkedHashMap<>();
    constraints
        .values()
        .forEach(each ->
            each.values()
                .forEach(ready -> {
                  String why = mismatch(ready, completed);
                  if (!why.isEmpty()) {
                    found.put(ready.constraint(), why);
                  }
                }));
    return found;
  }

  private static String mismatch(ReadyConstraint ready, Review review) {
    try {
      return ready.matcher().mismatch(review);
    } catch (MatchException e) {
      return "";
    }
  }

  private Review completed(Review review) {
    if (review.namespaceObject().isPresent() || review.namespace().isEmpty()) {
      return review;
    }
    Optional<Resource> known = inventory.namespace(review.namespace());
    return known.isEmpty() ? review : review.in(known.get());
  }

  /// A template and those of its constraints that are for one kind of object.
  record Candidates(ReadyTemplate template, List<ReadyConstraint> constraints) {}

  private List<Candidates> candidates(GroupVersionKind type) {
    List<Candidates> known = candidates.get(type);
    if (known == null) {
      known = found(type);
      candidates.put(type, known);
    }
    return known;
  }

  private List<Candidates> found(GroupVersionKind type) {
    List<Candidates> found = new ArrayList<>();
    constraints.forEach((name, each) -> {
      ReadyTemplate template = templates.get(name);
      List<ReadyConstraint> fitting =
          each.values().stream().filter(ready -> ready.matcher().takes(type)).toList();
      if (template != null && !fitting.isEmpty()) {
        found.add(new Candidates(template, fitting));
      }
    });
    return found;
  }
}
