package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Found;
import dev.landwaiter.signing.trust.tuf.TrustRoots.Refresh;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search for one target, once.
final class TrustSearch<T> {
  private static final Duration OFTEN_ENOUGH = Duration.ofHours(24);
  private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofHours(1);

  private final TrustSettings settings;
  private final Web web;
  private final Instant now;
  private final Refresh refresh;
  private final Wanted<T> wanted;
  private final List<String> warnings = new ArrayList<>();

  TrustSearch(TrustSettings settings, Web web, Instant now, Refresh refresh, Wanted<T> wanted) {
    this.settings = settings;
    this.web = web;
    this.now = now;
    this.refresh = refresh;
    this.wanted = wanted;
  }

  /// What is looked for.
  record Wanted<T>(String target, Reading<T> reading, Embedded<T> embedded) {}

  /// How the content of a target is read.
  interface Reading<T> {
    T read(String where, Bytes text) throws RefusedException;
  }

  /// How the same is had from what came with the program.
  interface Embedded<T> {
    T of(EmbeddedRoot root) throws RefusedException;
  }

  Found<T> find() throws IOException {
    String address = settings.inForce();
    var cache = new FolderCache(settings.place(address));
    if (refresh == Refresh.ALWAYS) {
      return refreshed(address, cache);
    }
    RefreshState state = RefreshState.load(cache);
    Optional<EmbeddedRoot> own = EmbeddedRoot.of(address).filter(each -> settings.root().isEmpty());
    boolean due =
        refresh == Refresh.DAILY && !RefreshState.recent(state.refreshed(), OFTEN_ENOUGH, now);
    boolean tried = RefreshState.recent(state.attempted(), BEFORE_ANOTHER_ATTEMPT, now);
    if (!due || tried) {
      Optional<Found<T>> cached = cached(address, cache, state);
      if (cached.isPresent()) {
        return cached.get();
      }
    }
    if (refresh == Refresh.DAILY && (!tried || own.isEmpty())) {
      try {
        return refreshed(address, cache);
      } catch (IOException e) {
        warnings.add(
            "the trust of %s could not be brought up to date: %s"
                .formatted(address, e.getMessage()));
        remember(cache, new RefreshState(state.refreshed(), Optional.of(now), state.beginning()));
      }
      Optional<Found<T>> cached = cached(address, cache, state);
      if (cached.isPresent()) {
        return cached.get();
      }
    }
    return embedded(address, own);
  }

  private Found<T> refreshed(String address, FolderCache cache) throws IOException {
    Mirror mirror = Mirrors.at(address, web);
    try (Closeable _ = cache.lock()) {
      Beginning begin = Beginning.of(settings, address, cache);
      if (begin.anew()) {
        RootChain.first(RootChain.FILE, begin.root());
        cache.save(RootChain.FILE, begin.root());
      }
      Repository repository = Repository.refreshed(mirror, cache, begin.root(), now);
      T content = read(repository, address);
      new RefreshState(Optional.of(now), Optional.empty(), begin.id()).save(cache);
      return new Found<>(content, origin(address, TrustOrigin.Kind.REFRESHED, now, repository));
    }
  }

  private Optional<Found<T>> cached(String address, FolderCache cache, RefreshState state) {
    try {
      Beginning begin = Beginning.of(settings, address, cache);
      if (begin.anew()) {
        return Optional.empty();
      }
      Repository repository = Repository.cached(address, cache, begin.root(), now);
      T content = read(repository, address);
      Instant asOf = state.refreshed().filter(each -> !each.isAfter(now)).orElse(Instant.EPOCH);
      return Optional.of(
          new Found<>(content, origin(address, TrustOrigin.Kind.CACHED, asOf, repository)));
    } catch (IOException e) {
      warnings.add("what the cache holds of %s is not used: %s".formatted(address, e.getMessage()));
      return Optional.empty();
    }
  }

  private Found<T> embedded(String address, Optional<EmbeddedRoot> own) throws RefusedException {
    if (own.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "no good trust of %s is at hand%s"
              .formatted(address, warnings.isEmpty() ? "" : ": " + String.join("; ", warnings)));
    }
    return new Found<>(
        wanted.embedded.of(own.get()),
        new TrustOrigin(
            address, TrustOrigin.Kind.EMBEDDED, own.get().since(), Optional.empty(), warnings));
  }

  private T read(Repository repository, String address) throws IOException {
    return wanted.reading.read(wanted.target + " of " + address, repository.target(wanted.target));
  }

  private TrustOrigin origin(
      String address, TrustOrigin.Kind kind, Instant asOf, Repository repository) {
    return new TrustOrigin(address, kind, asOf, Optional.of(repository.goodUntil()), warnings);
  }

  private static void remember(FolderCache cache, RefreshState state) {
    try {
      state.save(cache);
    } catch (IOException e) {
      // Then the mirror is asked again sooner.
    }
  }
}
