package dev.landwaiter.policy.gatekeeper.external;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;

/// A server that knows something policies want to know (reference 10).
///
/// @param url absolute, of `https`
/// @param timeout of one request
/// @param authorities the certificates that its own must come from, as PEM
public record Provider(String name, URI url, Duration timeout, String authorities) {
  public static final String GROUP = "externaldata.gatekeeper.sh";

  /// A longer one is cut to this.
  private static final long MOST_SECONDS = 300;

  /// Whether an object is a provider, of whichever version.
  public static boolean is(Resource resource) {
    return resource.type().group().equals(GROUP) && resource.type().kind().equals("Provider");
  }

  /// Reads a provider.
  ///
  /// @throws RefusedException when something is missing or wrong
  public static Provider of(Resource resource) throws RefusedException {
    Value spec = resource.content().get("spec").orElse(NullValue.NULL);
    if (resource.name().isEmpty()) {
      throw new RefusedException("a provider needs a name");
    }
    String about = "provider " + resource.name() + ": ";
    return new Provider(
        resource.name(),
        url(about, spec.text("url")),
        timeout(about, spec),
        authorities(about, spec.text("caBundle")));
  }

  private static URI url(String about, String text) throws RefusedException {
    try {
      var url = new URI(text);
      if (!"https".equals(url.getScheme()) || url.getHost() == null) {
        throw new RefusedException(
            about + "url \"" + text + "\" is none of https",
            "Answers decide about admission: they must come over TLS.");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new RefusedException(about + "url \"" + text + "\" is none: " + e.getReason());
    }
  }

  private static Duration timeout(String about, Value spec) throws RefusedException {
    if (spec.get("timeout").orElse(NullValue.NULL) instanceof NumberValue number
        && number.toLong().isPresent()
        && number.toLong().getAsLong() > 0) {
      return Duration.ofSeconds(Math.min(MOST_SECONDS, number.toLong().getAsLong()));
    }
    throw new RefusedException(about + "timeout must be a positive number of seconds");
  }

  private static String authorities(String about, String text) throws RefusedException {
    try {
      String pem = new String(Base64.getDecoder().decode(text), US_ASCII);
      if (pem.contains("-----BEGIN CERTIFICATE-----")) {
        return pem;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new RefusedException(
        about + "caBundle must be the certificates of its authority, PEM in base64");
  }
}
