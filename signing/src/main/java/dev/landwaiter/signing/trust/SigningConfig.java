package dev.landwaiter.signing.trust;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which services are used to sign (sigstore protobuf-specs, `SigningConfig`).
///
/// @param identityProviders OpenID Connect
public record SigningConfig(
    List<Service> certificateAuthorities,
    List<Service> identityProviders,
    Group logs,
    Group timestampAuthorities) {
  /// No service at all: a key signs, and nobody else learns of it.
  public static final SigningConfig NOTHING =
      new SigningConfig(List.of(), List.of(), Group.NONE, Group.NONE);

  /// The versions of the interfaces that are spoken.
  private static final Set<Integer> FIRST = Set.of(1);

  private static final Set<Integer> LOG_VERSIONS = Set.of(1, 2);

  public SigningConfig {
    certificateAuthorities = List.copyOf(certificateAuthorities);
    identityProviders = List.copyOf(identityProviders);
  }

  /// One service.
  ///
  /// @param majorApiVersion of its interface
  /// @param operator who runs it; two services of one operator do not count as two
  public record Service(String url, int majorApiVersion, Window validFor, String operator) {}

  /// Services of which one or more are used.
  ///
  /// @param count with [Selector#EXACT] how many, else 0
  public record Group(List<Service> services, Selector selector, int count) {
    public static final Group NONE = new Group(List.of(), Selector.UNDEFINED, 0);

    public Group {
      services = List.copyOf(services);
    }
  }

  /// How many of a group are used.
  public enum Selector {
    /// Nothing is said: right only for an empty group.
    UNDEFINED,
    ALL,
    ANY,
    EXACT
  }

  /// The certificate authority to use at this time.
  ///
  /// @throws RefusedException with USAGE when there is none
  public Service certificateAuthority(Instant now) throws RefusedException {
    return candidates("certificate authority", certificateAuthorities, FIRST, now).getFirst();
  }

  /// The identity provider to use at this time.
  ///
  /// @throws RefusedException with USAGE when there is none
  public Service identityProvider(Instant now) throws RefusedException {
    return candidates("identity provider", identityProviders, FIRST, now).getFirst();
  }

  /// The logs to use at this time, all of the same version; none when the config lists none.
  ///
  /// @throws RefusedException with USAGE when none of those listed fits, or too few do
  public List<Service> logs(Instant now) throws RefusedException {
    return some("transparency log", logs, LOG_VERSIONS, now);
  }

  /// The timestamp authorities to use at this time; none when the config lists none.
  ///
  /// @throws RefusedException with USAGE when none of those listed fits, or too few do
  public List<Service> timestampAuthorities(Instant now) throws RefusedException {
    return some("timestamp authority", timestampAuthorities, FIRST, now);
  }

  private static List<Service> some(String kind, Group group, Set<Integer> versions, Instant now)
      throws RefusedException {
    if (group.services.isEmpty()) {
      return List.of();
    }
    List<Service> all = candidates(kind, group.services, versions, now);
    return switch (group.selector) {
      case ALL -> all;
      case ANY -> all.subList(0, 1);
      case EXACT -> {
        if (group.count < 1 || group.count > all.size()) {
          throw new RefusedException(
              FailureClass.USAGE,
              "the signing config wants exactly %d services of the kind '%s', but %d can be used"
                  .formatted(group.count, kind, all.size()),
              Integer.toString(group.count),
              Integer.toString(all.size()));
        }
        yield all.subList(0, group.count);
      }
      case UNDEFINED ->
          throw new RefusedException(
              FailureClass.USAGE,
              "the signing config does not say how many services of the kind '" + kind + "' to use",
              "ANY, ALL or EXACT",
              "");
    };
  }

  /// At least one: those of the highest version, the newest first, one for each operator.
  private static List<Service> candidates(
      String kind, List<Service> services, Set<Integer> versions, Instant now)
      throws RefusedException {
    int highest = 0;
    List<Service> fitting = new ArrayList<>();
    for (Service each : services) {
      if (versions.contains(each.majorApiVersion) && each.validFor.contains(now)) {
        fitting.add(each);
        highest = Math.max(highest, each.majorApiVersion);
      }
    }
    Comparator<Service> byStart =
        Comparator.comparing(each -> each.validFor.start().orElse(Instant.MIN));
    fitting.sort(byStart.reversed());
    List<Service> kept = new ArrayList<>();
    Set<String> operators = new HashSet<>();
    for (Service each : fitting) {
      if (each.majorApiVersion == highest && operators.add(each.operator)) {
        kept.add(each);
      }
    }
    if (kept.isEmpty()) {
      throw new RefusedException(
          FailureClass.USAGE,
          "the signing config has no service of the kind '%s' that is valid at %s and spoken here"
              .formatted(kind, now),
          "a service of a version among " + versions.stream().sorted().toList(),
          services.isEmpty() ? "none" : services.size() + " others");
    }
    return kept;
  }
}
