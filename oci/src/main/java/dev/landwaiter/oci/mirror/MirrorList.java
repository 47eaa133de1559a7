package dev.landwaiter.oci.mirror;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mirrors that the user names by hand: `HOST=MIRROR`, and further mirrors of the same host.
///
/// @param byHost the mirrors of a host, in order
public record MirrorList(Map<String, List<Route.Address>> byHost) {
  public static final MirrorList EMPTY = new MirrorList(Map.of());

  private static final String WHERE = "--registry-mirror";

  public MirrorList {
    byHost = Map.copyOf(byHost);
  }

  /// Reads elements of which each is `HOST=MIRROR`, or `MIRROR` for the host before.
  ///
  /// @throws ImageException when one is neither
  public static MirrorList of(List<String> elements) throws ImageException {
    Map<String, List<Route.Address>> byHost = new LinkedHashMap<>();
    String host = "";
    for (String element : elements) {
      int sign = element.indexOf('=');
      if (sign > 0) {
        host = HostAddress.name(Reference.parse(element.substring(0, sign) + "/all"));
      }
      if (sign == 0 || host.isEmpty()) {
        throw new ImageException(
            ImageException.Code.INVALID,
            "%s wants HOST=MIRROR, such as registry.example.com=mirror.example.com"
                .formatted(WHERE));
      }
      byHost
          .computeIfAbsent(host, key -> new ArrayList<>())
          .add(HostAddress.prefixed(WHERE, element.substring(sign + 1)));
    }
    return new MirrorList(byHost);
  }

  List<Route> routes(Reference reference) {
    return byHost.getOrDefault(HostAddress.name(reference), List.of()).stream()
        .map(address -> new Route(address, true, Optional.empty(), Map.of(), ""))
        .toList();
  }
}
