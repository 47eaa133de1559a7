package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.schema.RemoteSchemas;
import dev.landwaiter.rego.schema.SchemaException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Schemas that others refer to, fetched where capabilities allow their host.
final class FetchedSchemas implements RemoteSchemas {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long SIZE = 16L << 20;

  private final Surroundings surroundings;

  FetchedSchemas(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Value load(String url) throws SchemaException {
    Optional<List<String>> hosts = surroundings.capabilities().allowNet();
    if (hosts.isPresent() && !hosts.get().contains(host(url))) {
      throw new SchemaException("remote reference loading disabled: " + url);
    }
    try {
      HttpAnswer answer = surroundings.world().send(request(url, hosts));
      if (answer.status() != 200) {
        throw new SchemaException(
            "Could not read schema from HTTP, response status is "
                + answer.status()
                + " "
                + answer.reason());
      }
      byte[] body = new byte[answer.body().remaining()];
      answer.body().duplicate().get(body);
      return Json.parse(url, body);
    } catch (OutsideException e) {
      throw new SchemaException("Get \"" + url + "\": " + e.getMessage());
    } catch (FormatException e) {
      throw new SchemaException("the schema at " + url + " is not valid JSON");
    }
  }

  private static HttpRequest request(String url, Optional<List<String>> hosts) {
    return new HttpRequest(
        "GET",
        url,
        Map.of(),
        Optional.empty(),
        TIMEOUT,
        true,
        hosts,
        new HttpRequest.Tls(
            true, List.of(), Optional.empty(), Optional.empty(), false, Optional.empty()),
        SIZE);
  }

  private static String host(String url) {
    try {
      return String.valueOf(URI.create(url).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
