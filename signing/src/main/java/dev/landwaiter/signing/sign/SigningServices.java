package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.service.client.RekorV1;
import dev.landwaiter.signing.service.client.RekorV2;
import dev.landwaiter.signing.service.client.TimestampClient;
import dev.landwaiter.signing.trust.SigningConfig;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The services that a signature is shown to.
///
/// @param logs each keeps an entry
/// @param authorities each stamps it
public record SigningServices(List<Log> logs, List<TimestampClient> authorities) {
  /// Nobody.
  public static final SigningServices NONE = new SigningServices(List.of(), List.of());

  public SigningServices {
    logs = List.copyOf(logs);
    authorities = List.copyOf(authorities);
  }

  /// A transparency log by the version of its interface.
  public sealed interface Log {
    URI address();

    record Entries(RekorV1 client) implements Log {
      @Override
      public URI address() {
        return client.base();
      }
    }

    record Tiles(RekorV2 client) implements Log {
      @Override
      public URI address() {
        return client.base();
      }
    }
  }

  /// Those that a signing config chooses at this time.
  ///
  /// @param stamps the way to timestamp authorities, which may want a certificate of ours
  /// @param chance where nonces come from
  /// @throws RefusedException with USAGE when it cannot choose
  public static SigningServices of(
      SigningConfig config, Instant now, Web web, Web stamps, RandomGenerator chance)
      throws RefusedException {
    List<Log> logs = new ArrayList<>();
    for (SigningConfig.Service each : config.logs(now)) {
      URI address = WebRequest.address("the transparency log", each.url());
      logs.add(
          each.majorApiVersion() == 2
              ? new Log.Tiles(new RekorV2(web, address))
              : new Log.Entries(new RekorV1(web, address)));
    }
    List<TimestampClient> authorities = new ArrayList<>();
    for (SigningConfig.Service each : config.timestampAuthorities(now)) {
      URI address = WebRequest.address("the timestamp authority", each.url());
      authorities.add(new TimestampClient(stamps, address, chance));
    }
    return new SigningServices(logs, authorities);
  }

  /// Whether a log of version 2 is among them, which proves no time.
  boolean tiles() {
    for (Log log : logs) {
      if (log instanceof Log.Tiles) {
        return true;
      }
    }
    return false;
  }
}
