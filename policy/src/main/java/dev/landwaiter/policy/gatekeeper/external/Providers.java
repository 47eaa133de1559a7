package dev.landwaiter.policy.gatekeeper.external;

import dev.landwaiter.policy.gatekeeper.ExternalAnswer;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Providers that are asked over the network. Any number of threads may ask.
public final class Providers implements ExternalData {
  /// How long answers are remembered unless somebody says otherwise.
  public static final Duration LIFETIME = Duration.ofMinutes(3);

  private static final int MOST_KEYS = 10_000;
  private static final long LONGEST_ANSWER = 16 << 20;

  private final Map<String, Provider> providers;
  private final World world;
  private final List<String> hosts;
  private final AnswerCache cache;

  /// Providers by their names; of two of one name the later counts.
  ///
  /// @param world how they are reached, and the clock of what is remembered
  /// @param hosts names of the hosts that may be reached; `*` stands for all
  /// @param lifetime of remembered answers; zero remembers nothing
  public Providers(
      Collection<Provider> providers, World world, List<String> hosts, Duration lifetime) {
    this.providers =
        providers.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Provider::name, Function.identity(), (_, later) -> later));
    this.world = world;
    this.hosts = List.copyOf(hosts);
    this.cache = new AnswerCache(lifetime.toNanos());
  }

  @Override
  public ExternalAnswer ask(String name, List<String> keys) {
    Provider provider = providers.get(name);
    if (provider == null) {
      return ExternalAnswer.unknownProvider(name);
    }
    if (keys.size() > MOST_KEYS) {
      return ExternalAnswer.failed(400, "more than " + MOST_KEYS + " keys in one question");
    }
    long now = world.ticks();
    List<ExternalAnswer.Item> items = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String key : keys) {
      Optional<ExternalAnswer.Item> known = cache.find(name, key, now);
      known.ifPresentOrElse(items::add, () -> unknown.add(key));
    }
    if (unknown.isEmpty()) {
      return new ExternalAnswer(items, true, 200, "");
    }
    ExternalAnswer fresh = send(provider, unknown);
    if (fresh.systemError().isEmpty() && fresh.idempotent()) {
      fresh.items().forEach(item -> cache.put(name, item, now));
    }
    items.addAll(fresh.items());
    return new ExternalAnswer(items, fresh.idempotent(), fresh.status(), fresh.systemError());
  }

  private ExternalAnswer send(Provider provider, List<String> keys) {
    String host = provider.url().getHost();
    if (!hosts.contains("*") && !hosts.contains(host)) {
      return ExternalAnswer.failed(
          500, "the network is closed for " + host + "; --allow-net " + host + " opens it");
    }
    var request =
        new HttpRequest(
            "POST",
            provider.url().toString(),
            Map.of("Content-Type", List.of("application/json")),
            Optional.of(ProviderDocuments.request(keys)),
            provider.timeout(),
            false,
            Optional.of(List.of(host)),
            new HttpRequest.Tls(
                false,
                List.of(provider.authorities()),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()),
            LONGEST_ANSWER);
    try {
      HttpAnswer answer = world.send(request);
      byte[] body = new byte[answer.body().remaining()];
      answer.body().duplicate().get(body);
      return answer.status() == 200
          ? ProviderDocuments.answer(provider.name(), answer.status(), body)
          : ExternalAnswer.failed(
              answer.status(),
              "provider " + provider.name() + " answers with status " + answer.status());
    } catch (OutsideException e) {
      return ExternalAnswer.failed(500, "provider " + provider.name() + ": " + e.getMessage());
    }
  }
}
