package dev.landwaiter.oci.registry;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ways to one repository: mirrors first, the registry itself last. Each is gone to when it is
/// needed; one that cannot be reached is not tried again.
final class Ways implements AutoCloseable {
  private final RegistryOptions options;
  private final Reference reference;
  private final Purpose purpose;
  private final List<Way> ways = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Ways(RegistryOptions options, Reference reference, Purpose purpose) {
    this.options = options;
    this.reference = reference;
    this.purpose = purpose;
  }

  /// Finds the ways; where there is one only, the registry is knocked at.
  static Ways open(RegistryOptions options, Reference reference, Purpose purpose)
      throws IOException {
    var ways = new Ways(options, reference, purpose);
    for (Route route : options.routes().of(reference)) {
      ways.ways.add(ways.new Way(route));
    }
    if (ways.ways.size() == 1 || purpose != Purpose.PULL) {
      ways.ways.getLast().sessions();
    }
    return ways;
  }

  /// One way, open or not.
  private final class Way {
    private final Route route;
    private Optional<Sessions> open = Optional.empty();
    private Optional<ImageException> broken = Optional.empty();

    Way(Route route) {
      this.route = route;
    }

    synchronized Sessions sessions() throws IOException {
      if (broken.isPresent()) {
        throw broken.get();
      }
      if (open.isEmpty()) {
        try {
          open = Optional.of(knock());
        } catch (ImageException e) {
          broken = Optional.of(e);
          throw e;
        }
      }
      return open.get();
    }

    /// A host that the user did not name gets only what is kept for it, and no certificate that was
    /// given for another.
    private Sessions knock() throws IOException {
      boolean named = route.address().host().equals(reference.apiHost());
      Logins logins = named ? options.logins() : options.logins().kept();
      String host = named ? reference.host() : route.address().host();
      String repository = route.address().prefix() + reference.path();
      var candidates = new Candidates(logins, host, repository);
      var wish = new Sessions.Wish(purpose.scope(repository), purpose != Purpose.PULL);
      return Sessions.open(named ? options : options.withoutClients(), route, candidates, wish);
    }

    synchronized Stream<Problem> problems() {
      return open.stream().flatMap(sessions -> sessions.problems().stream());
    }

    synchronized void close() {
      open.ifPresent(Sessions::close);
    }
  }

  /// Asks the registry itself.
  <T> T own(Sessions.Use<T> use) throws IOException {
    return ways.getLast().sessions().use(use);
  }

  /// Asks one way after the other; what goes wrong at a mirror leads to the next.
  ///
  /// Whoever writes reads where it is written: a mirror may be behind.
  ///
  /// @param tag whether a tag is to be resolved, which not every mirror may do
  <T> T any(boolean tag, Sessions.Use<T> use) throws IOException {
    if (purpose != Purpose.PULL) {
      return own(use);
    }
    List<String> before = new ArrayList<>();
    for (Way way : ways.subList(0, ways.size() - 1)) {
      if (tag && !way.route.resolves()) {
        continue;
      }
      try {
        return way.sessions().use(use);
      } catch (ImageException e) {
        options.waiting().atMost(options.waiting().connect());
        before.add("mirror %s: %s".formatted(way.route, e.getMessage()));
        if (e.code() != Code.NOT_FOUND) {
          note(way.route, e);
        }
      }
    }
    try {
      if (tag && !ways.getLast().route.resolves()) {
        throw new ImageException(
            Code.UNSUPPORTED,
            "no host of %s that is configured may resolve a tag: name the image by its digest"
                .formatted(reference.host()));
      }
      return own(use);
    } catch (ImageException e) {
      throw before.isEmpty()
          ? e
          : new ImageException(
              e.code(), e.getMessage() + "; before, " + String.join("; ", before), e);
    }
  }

  private synchronized void note(Route route, ImageException e) {
    var problem = Problem.in("mirror " + route, "is passed over: " + e.getMessage());
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /// What was wrong with mirrors and with logins that were looked for.
  synchronized List<Problem> problems() {
    return Stream.concat(problems.stream(), ways.stream().flatMap(Way::problems)).toList();
  }

  @Override
  public void close() {
    ways.forEach(Way::close);
  }
}
