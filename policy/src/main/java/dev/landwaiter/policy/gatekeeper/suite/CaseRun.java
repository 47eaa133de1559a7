package dev.landwaiter.policy.gatekeeper.suite;

import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.expand.Expansion;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionException;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionTemplate;
import dev.landwaiter.policy.gatekeeper.expand.Generated;
import dev.landwaiter.policy.gatekeeper.mutate.Mutators;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the cases of one test: one client for all of them, with the inventory of each.
final class CaseRun {
  /// Lines of a policy's prints that are kept of one case.
  private static final int PRINT_LIMIT = 10_000;

  private final Path folder;
  private final SuiteRunner.Settings settings;
  private final Client client;
  private Optional<Expansion> expansion = Optional.empty();

  CaseRun(Suite suite, SuiteRunner.Settings settings) {
    Path parent = suite.file().toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? suite.file() : parent;
    this.settings = settings;
    this.client = settings.clients().get();
  }

  private SuiteFile file(String name) {
    String relative = name;
    while (relative.startsWith("/")) {
      relative = relative.substring(1);
    }
    return new SuiteFile(folder.resolve(relative).normalize());
  }

  /// Takes template, constraint and expansion.
  ///
  /// @throws SuiteException when a file is not what it should be
  /// @throws RefusedException when the template or the constraint is refused
  void prepare(Suite.Test test) throws SuiteException, RefusedException {
    if (test.template().isEmpty()) {
      throw new SuiteException("invalid Suite: missing template");
    }
    if (test.constraint().isEmpty()) {
      throw new SuiteException("invalid Suite: missing constraint");
    }
    SuiteFile templateFile = file(test.template());
    Resource template = object(templateFile, "ConstraintTemplate", "adding template: ");
    if (!template.isTemplate()) {
      throw new SuiteException("path " + templateFile.quoted() + ": not a ConstraintTemplate");
    }
    try {
      var _ = client.addTemplate(template);
    } catch (RefusedException e) {
      throw new RefusedException("adding template: " + e.text(), e.hint());
    }
    Resource constraint = object(file(test.constraint()), "Constraint", "adding constraint: ");
    if (!constraint.isConstraint()) {
      throw new SuiteException("not a Constraint");
    }
    var _ = client.addConstraint(constraint);
    if (!test.expansion().isEmpty()) {
      SuiteFile expansionFile = file(test.expansion());
      Resource expander = object(expansionFile, "ExpansionTemplate", "");
      if (!ExpansionTemplate.isTemplate(expander)) {
        throw new SuiteException("not an Expansion Template: " + expansionFile.quoted());
      }
      expansion =
          Optional.of(
              Expansion.of(
                  List.of(ExpansionTemplate.of(expander)), Mutators.NONE, ExternalData.NONE));
    }
  }

  private static Resource object(SuiteFile file, String what, String before) throws SuiteException {
    String text;
    try {
      text = file.text();
    } catch (SuiteException e) {
      throw new SuiteException("reading " + what + " from " + file.quoted() + ": " + e.text());
    }
    try {
      return SuiteFile.object(text);
    } catch (SuiteException e) {
      throw new SuiteException(
          before + "parsing " + what + " from " + file.quoted() + ": " + e.text());
    }
  }

  SuiteResult.CaseResult run(Suite.Case one) {
    long start = settings.ticks().getAsLong();
    List<String> prints = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    Optional<String> error = Optional.empty();
    List<Resource> inventory = new ArrayList<>();
    try {
      check(one, prints, traces, inventory);
    } catch (SuiteException e) {
      error = Optional.of(e.text());
    } finally {
      inventory.forEach(client::removeData);
    }
    long nanos = settings.ticks().getAsLong() - start;
    return new SuiteResult.CaseResult(one.name(), false, nanos, error, prints, traces);
  }

  private void check(
      Suite.Case one, List<String> prints, List<String> traces, List<Resource> inventory)
      throws SuiteException {
    if (one.object().isEmpty()) {
      throw new SuiteException("invalid Case: must define object");
    }
    if (one.assertions().isEmpty()) {
      throw new SuiteException("invalid Case: assertions must be non-empty");
    }
    SuiteFile file = file(one.object());
    List<Resource> objects = file.objects();
    if (objects.size() != 1) {
      throw new SuiteException(
          "object file must contain exactly one object: %s defines %d objects"
              .formatted(file.quoted(), objects.size()));
    }
    for (String name : one.inventory()) {
      for (Resource object : file(name).objects()) {
        add(object);
        inventory.add(object);
      }
    }
    var review =
        new ReviewSettings(
            ReviewSettings.GATOR,
            settings.trace(),
            line -> {
              if (prints.size() < PRINT_LIMIT) {
                prints.add(line);
              } else if (prints.size() == PRINT_LIMIT) {
                prints.add("more than %,d lines are not kept".formatted(PRINT_LIMIT));
              }
            },
            () -> 0);
    List<Result> results = results(objects.getFirst(), review);
    results.forEach(result -> result.trace().ifPresent(traces::add));
    Expectations.check(
        one.assertions(), results.stream().map(each -> each.violation().message()).toList());
  }

  private void add(Resource object) throws SuiteException {
    try {
      client.addData(object);
    } catch (RefusedException e) {
      throw new SuiteException("adding data: " + e.text());
    }
  }

  private List<Result> results(Resource object, ReviewSettings review) throws SuiteException {
    if (AdmissionReviews.isReview(object)) {
      return review(AdmissionReviews.read(object), review).results();
    }
    Review direct = Review.of(object, Optional.empty(), Review.Origin.ORIGINAL);
    List<Result> results = new ArrayList<>(review(direct, review).results());
    if (expansion.isPresent()) {
      for (Generated made : expand(expansion.get(), object)) {
        Review implied = Review.of(made.object(), Optional.empty(), Review.Origin.GENERATED);
        review(implied, review).results().forEach(result -> results.add(made.implied(result)));
      }
    }
    return results;
  }

  private static List<Generated> expand(Expansion expansion, Resource object)
      throws SuiteException {
    try {
      return expansion.expand(object, Optional.empty());
    } catch (ExpansionException e) {
      throw new SuiteException("expanding the object: " + e.text());
    }
  }

  private Response review(Review review, ReviewSettings with) throws SuiteException {
    try {
      return client.review(review, with);
    } catch (ReviewException e) {
      throw new SuiteException(e.text());
    }
  }
}
