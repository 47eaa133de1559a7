package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.policy.gatekeeper.expand.Expansion;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionException;
import dev.landwaiter.policy.gatekeeper.expand.ExpansionTemplate;
import dev.landwaiter.policy.gatekeeper.expand.Generated;
import dev.landwaiter.policy.gatekeeper.mutate.Mutator;
import dev.landwaiter.policy.gatekeeper.mutate.Mutators;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Templates, constraints, expansion and data of one run, and the reviews of its objects.
final class Gate {
  private final Client client;
  private final Expansion expansion;
  private final Namespaces namespaces;
  private final ReviewSettings settings;
  private final boolean placing;

  private Gate(
      Client client,
      Expansion expansion,
      Namespaces namespaces,
      ReviewSettings settings,
      boolean placing) {
    this.client = client;
    this.expansion = expansion;
    this.namespaces = namespaces;
    this.settings = settings;
    this.placing = placing;
  }

  /// Hears of an object that cannot be taken.
  @FunctionalInterface
  interface Refusals {
    /// Ends the run, or notes it.
    ///
    /// @param doing such as `adding template "x"`
    void refused(Manifest manifest, String doing, RefusedException why) throws GateException;
  }

  /// What came of one object.
  ///
  /// @param review of the object itself
  /// @param response of the object itself
  /// @param found results of the object and of objects that it makes
  /// @param judged how many constraints matched them
  /// @param trouble why it could not be judged, or empty
  record Outcome(
      Manifest manifest,
      Review review,
      Response response,
      List<Found> found,
      int judged,
      String trouble) {}

  /// A result with its place.
  ///
  /// @param path of the value it is about inside of the object
  /// @param at the place of that in the file
  record Found(Result result, List<Value> path, Position at) {}

  /// Takes all that manifests bring.
  ///
  /// @param placing whether results are given their places
  static Gate of(
      Asking asking,
      List<Manifest> manifests,
      Namespaces namespaces,
      ReviewSettings settings,
      boolean placing,
      Refusals refusals)
      throws GateException {
    Client client = asking.client();
    templates(client, manifests, refusals);
    for (Manifest each : manifests) {
      if (each.resource().isConstraint()) {
        taking(each, "adding constraint", refusals, client::addConstraint);
      }
    }
    for (Manifest each : manifests) {
      taking(each, "adding data of GVK", refusals, client::addData);
    }
    Expansion expansion = expansion(manifests, asking.external(), refusals);
    return new Gate(client, expansion, namespaces, settings, placing);
  }

  /// A template made ready, or why it is refused.
  private record Tried(Manifest manifest, Optional<Client.ReadyToAdd> ready, Taking taking) {}

  private static void templates(Client client, List<Manifest> manifests, Refusals refusals)
      throws GateException {
    List<Manifest> templates =
        manifests.stream().filter(each -> each.resource().isTemplate()).toList();
    for (Tried each : Parallel.map(templates, Parallel.FEW, template -> tried(client, template))) {
      taking(each.manifest, "adding template", refusals, each.taking);
      each.ready.ifPresent(client::addTemplate);
    }
  }

  private static Tried tried(Client client, Manifest template) {
    try {
      return new Tried(template, Optional.of(client.prepareTemplate(template.resource())), _ -> {});
    } catch (RefusedException e) {
      return new Tried(
          template,
          Optional.empty(),
          _ -> {
            throw e;
          });
    }
  }

  @FunctionalInterface
  private interface Taking {
    @SuppressWarnings("unused") // what comes of it is known to whoever takes it
    void take(Resource resource) throws RefusedException;
  }

  private static void taking(Manifest each, String doing, Refusals refusals, Taking taking)
      throws GateException {
    try {
      taking.take(each.resource());
    } catch (RefusedException e) {
      refusals.refused(each, doing + " \"" + each.resource().name() + "\"", e);
    }
  }

  private static Expansion expansion(
      List<Manifest> manifests, ExternalData external, Refusals refusals) throws GateException {
    List<Mutator> mutators = new ArrayList<>();
    List<ExpansionTemplate> templates = new ArrayList<>();
    Optional<Manifest> last = Optional.empty();
    for (Manifest each : manifests) {
      if (Mutator.isMutator(each.resource())) {
        taking(each, "adding mutator", refusals, one -> mutators.add(Mutator.of(one)));
        last = Optional.of(each);
      } else if (ExpansionTemplate.isTemplate(each.resource())) {
        taking(
            each,
            "adding expansion template",
            refusals,
            one -> templates.add(ExpansionTemplate.of(one)));
        last = Optional.of(each);
      }
    }
    try {
      return Expansion.of(templates, Mutators.of(mutators), external);
    } catch (RefusedException e) {
      refusals.refused(last.orElseThrow(), "joining expansion templates and mutators", e);
    }
    try {
      return Expansion.of(List.of(), Mutators.NONE, ExternalData.NONE);
    } catch (RefusedException e) {
      throw new IllegalStateException("nothing can be in conflict", e);
    }
  }

  Client client() {
    return client;
  }

  /// What came of each object, in their order.
  ///
  /// @param alone whether one thread does all, so that prints come in order
  List<Outcome> review(List<Manifest> objects, boolean alone) {
    return alone
        ? objects.stream().map(this::review).toList()
        : Parallel.map(objects, Parallel.MANY, this::review);
  }

  private Outcome review(Manifest manifest) {
    Resource object = manifest.resource();
    Review review = namespaces.review(object, Review.Origin.ORIGINAL);
    var nothing = new Response(List.of(), 0, List.of());
    try {
      Response response = client.review(review, settings);
      List<Found> found = placing ? placed(manifest, review, response) : plain(response);
      int judged = response.judged();
      for (Generated generated : expansion.expand(object, namespaces.of(object))) {
        Review next = namespaces.review(generated.object(), Review.Origin.GENERATED);
        Response implied = client.review(next, settings);
        judged += implied.judged();
        Position at = placing ? place(manifest, List.of()) : Position.START;
        for (Result result : implied.results()) {
          found.add(new Found(generated.implied(result), List.of(), at));
        }
      }
      return new Outcome(manifest, review, response, found, judged, "");
    } catch (ReviewException e) {
      String trouble = "reviewing " + named(object) + ": " + e.text();
      return new Outcome(manifest, review, nothing, List.of(), 0, trouble);
    } catch (ExpansionException e) {
      String trouble = "expanding resource " + object.name() + ": " + e.text();
      return new Outcome(manifest, review, nothing, List.of(), 0, trouble);
    }
  }

  private static List<Found> plain(Response response) {
    List<Found> found = new ArrayList<>();
    for (Result result : response.results()) {
      found.add(new Found(result, List.of(), Position.START));
    }
    return found;
  }

  private List<Found> placed(Manifest manifest, Review review, Response response) {
    List<Found> found = new ArrayList<>();
    IdentityHashMap<Constraint, Function<Violation, List<Value>>> known = new IdentityHashMap<>();
    for (Result result : response.results()) {
      Constraint constraint = result.constraint();
      List<Value> path =
          known
              .computeIfAbsent(constraint, each -> client.places(review, each))
              .apply(result.violation());
      found.add(new Found(result, path, place(manifest, path)));
    }
    return found;
  }

  private static Position place(Manifest manifest, List<Value> path) {
    return manifest.document().locator().get().find(path).span().start();
  }

  private static String named(Resource object) {
    return object.type() + " " + object.path();
  }
}
