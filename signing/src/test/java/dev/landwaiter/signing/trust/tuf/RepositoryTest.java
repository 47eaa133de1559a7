package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// GHSA-66x3-6cw3-v5gj: no role is rolled back. GHSA-3633-5h82-39pq, GHSA-fphv-w9fq-2525: one key
/// under two ids counts once, and no threshold is below 1. GHSA-846p-jg2w-w324: malformed metadata
/// ends in a refusal.
class RepositoryTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final String OVER = "2026-05-31T23:59:59Z";
  static final Map<String, String> TARGETS = Map.of("a.txt", "alpha", "dir/b.txt", "beta");

  private final MemoryCache cache = new MemoryCache();

  private Repository refresh(TufForge forge) throws IOException {
    Bytes root = cache.load("root.json", RootChain.ROOT_LIMIT).orElse(forge.file("1.root.json"));
    return Repository.refreshed(forge, cache, root, NOW);
  }

  private RefusedException refused(TufForge forge) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> refresh(forge).target("a.txt"));
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void aGoodRepositoryGivesItsTargets() throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    Repository repository = refresh(forge);
    assertThat(repository.target("a.txt").toText()).isEqualTo("alpha");
    assertThat(repository.target("dir/b.txt").toText()).isEqualTo("beta");
    assertThat(repository.goodUntil()).isEqualTo(Instant.parse(TufForge.EXPIRES));
    assertThat(forge.asked)
        .startsWith("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json");
    forge.asked.clear();
    assertThat(refresh(forge).target("a.txt").toText()).isEqualTo("alpha");
    assertThat(forge.asked).containsExactly("2.root.json", "timestamp.json");
  }

  @Test
  void theCacheAloneIsEnoughWhileItIsGood() throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    refresh(forge).target("a.txt");
    Bytes root = cache.load("root.json", RootChain.ROOT_LIMIT).orElseThrow();
    assertThat(Repository.cached("forge", cache, root, NOW).target("a.txt").toText())
        .isEqualTo("alpha");
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () ->
                        Repository.cached(
                            "forge", cache, root, Instant.parse("2030-01-01T00:00:00Z")))
                .kind())
        .isEqualTo(FailureClass.TRUST_ROOT);
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> Repository.cached("forge", cache, root, NOW).target("dir/b.txt"))
                .kind())
        .isEqualTo(FailureClass.TRANSPORT);
  }

  @Test
  void aTargetThatNobodyNamesIsNotFound() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> refresh(TufForge.good(TARGETS)).target("c.txt"));
    assertThat(refused.kind()).isEqualTo(FailureClass.NOT_FOUND);
  }

  record Attack(String name, Consumer<TufForge> change, FailureClass kind, String named) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Attack attack(String name, String named, Consumer<TufForge> change) {
    return new Attack(name, change, FailureClass.TRUST_ROOT, named);
  }

  /// Each begins with a good repository that the client has never seen.
  static List<Attack> attacksOnNewcomers() {
    return List.of(
        attack(
            "timestamp expired", "expired", f -> put(f, "timestamp.json", f.timestamp(1, OVER, 1))),
        attack(
            "timestamp expires now",
            "expired",
            f -> put(f, "timestamp.json", f.timestamp(1, NOW.toString(), 1))),
        attack(
            "snapshot expired", "expired", f -> put(f, "1.snapshot.json", f.snapshot(1, OVER, 1))),
        attack(
            "targets expired",
            "expired",
            f -> put(f, "1.targets.json", f.targets(1, OVER, TARGETS, ""))),
        attack("root expired", "expired", f -> put(f, "2.root.json", f.root(2, OVER))),
        attack(
            "root skips a version",
            "version",
            f -> put(f, "2.root.json", f.root(3, TufForge.EXPIRES))),
        attack(
            "root repeats a version",
            "version",
            f -> put(f, "2.root.json", f.root(1, TufForge.EXPIRES))),
        attack(
            "root with one signature of two",
            "too few",
            f -> put(f, "2.root.json", f.sign(f.signedRoot(2, TufForge.EXPIRES), "r1"))),
        attack(
            "root signed by other keys",
            "too few",
            f -> put(f, "2.root.json", f.sign(f.signedRoot(2, TufForge.EXPIRES), "t1", "t2"))),
        attack(
            "root signed by its own new keys only",
            "too few",
            f -> {
              f.roleKeys.put("root", List.of("t1", "t2"));
              put(f, "2.root.json", f.sign(f.signedRoot(2, TufForge.EXPIRES), "t1", "t2"));
            }),
        attack(
            "root signed by the old keys only",
            "too few",
            f -> {
              f.roleKeys.put("root", List.of("t1", "t2"));
              put(f, "2.root.json", f.root(2, TufForge.EXPIRES));
            }),
        attack(
            "timestamp signed by another role",
            "too few",
            f -> resign(f, "timestamp.json", "snap")),
        attack(
            "snapshot signed by another role",
            "too few",
            f -> resign(f, "1.snapshot.json", "time")),
        attack(
            "targets with one signature of two", "too few", f -> resign(f, "1.targets.json", "t1")),
        attack("one key signs twice", "signed twice", f -> resign(f, "1.targets.json", "t1", "t1")),
        attack(
            "one key under two ids",
            "too few",
            f -> {
              f.keys.put("t1again", f.pair("t1"));
              f.roleKeys.put("targets", List.of("t1", "t1again"));
              put(f, "1.root.json", f.root(1, TufForge.EXPIRES));
              resign(f, "1.targets.json", "t1", "t1again");
            }),
        attack(
            "a key twice in a role",
            "listed twice",
            f -> {
              f.roleKeys.put("targets", List.of("t1", "t1"));
              put(f, "2.root.json", f.root(2, TufForge.EXPIRES));
            }),
        attack(
            "threshold zero",
            "threshold",
            f -> {
              f.thresholds.put("targets", 0);
              put(f, "2.root.json", f.root(2, TufForge.EXPIRES));
            }),
        attack(
            "threshold below zero",
            "threshold",
            f -> {
              f.thresholds.put("timestamp", -1);
              put(f, "2.root.json", f.root(2, TufForge.EXPIRES));
            }),
        attack(
            "another snapshot than the timestamp says",
            "version",
            f -> put(f, "1.snapshot.json", f.snapshot(2, TufForge.EXPIRES, 1))),
        attack(
            "other targets than the snapshot says",
            "version",
            f -> put(f, "1.targets.json", f.targets(2, TufForge.EXPIRES, TARGETS, ""))),
        attack(
            "snapshot that does not list targets",
            "not listed",
            f ->
                put(
                    f,
                    "1.snapshot.json",
                    f.sign(
                        "{\"_type\":\"snapshot\",\"spec_version\":\"1.0.31\",\"version\":1,\"expires\":\"%s\",\"meta\":{}}"
                            .formatted(TufForge.EXPIRES),
                        "snap"))),
        attack(
            "snapshot in the place of the timestamp",
            "another kind",
            f -> put(f, "timestamp.json", f.file("1.snapshot.json"))),
        attack(
            "timestamp that lists more",
            "something else",
            f ->
                put(
                    f,
                    "timestamp.json",
                    f.sign(
                        "{\"_type\":\"timestamp\",\"spec_version\":\"1.0.31\",\"version\":1,\"expires\":\"%s\",\"meta\":{\"snapshot.json\":{\"version\":1},\"x.json\":{\"version\":1}}}"
                            .formatted(TufForge.EXPIRES),
                        "time"))),
        attack(
            "snapshot with another hash",
            "another sha256",
            f ->
                put(
                    f,
                    "timestamp.json",
                    f.sign(
                        "{\"_type\":\"timestamp\",\"spec_version\":\"1.0.31\",\"version\":1,\"expires\":\"%s\",\"meta\":{\"snapshot.json\":{\"version\":1,\"hashes\":{\"sha256\":\"%s\"}}}}"
                            .formatted(TufForge.EXPIRES, "00".repeat(32)),
                        "time"))),
        attack(
            "a hash of an unknown kind",
            "not known",
            f ->
                put(
                    f,
                    "timestamp.json",
                    f.sign(
                        "{\"_type\":\"timestamp\",\"spec_version\":\"1.0.31\",\"version\":1,\"expires\":\"%s\",\"meta\":{\"snapshot.json\":{\"version\":1,\"hashes\":{\"md5\":\"00\"}}}}"
                            .formatted(TufForge.EXPIRES),
                        "time"))),
        attack(
            "version zero",
            "begins with 1",
            f -> put(f, "timestamp.json", f.timestamp(0, TufForge.EXPIRES, 1))),
        attack(
            "specification of another age",
            "another version of TUF",
            f ->
                put(
                    f,
                    "timestamp.json",
                    f.sign(
                        "{\"_type\":\"timestamp\",\"spec_version\":\"2.0\",\"version\":1,\"expires\":\"%s\",\"meta\":{\"snapshot.json\":{\"version\":1}}}"
                            .formatted(TufForge.EXPIRES),
                        "time"))),
        attack(
            "target changed, length the same",
            "another sha256",
            f -> f.files.replaceAll((n, b) -> n.endsWith(".a.txt") ? Bytes.utf8("alphA") : b)),
        attack(
            "target shorter",
            "another length",
            f -> f.files.replaceAll((n, b) -> n.endsWith(".a.txt") ? Bytes.utf8("alph") : b)),
        attack(
            "a good timestamp with text behind it",
            "timestamp.json",
            f -> put(f, "timestamp.json", f.file("timestamp.json").plus(Bytes.utf8("x")))),
        attack(
            "timestamp that is empty",
            "timestamp.json",
            f -> put(f, "timestamp.json", Bytes.EMPTY)),
        attack(
            "timestamp that is a list", "object", f -> put(f, "timestamp.json", Bytes.utf8("[]"))),
        attack(
            "a member twice",
            "timestamp.json",
            f ->
                put(
                    f,
                    "timestamp.json",
                    Bytes.utf8(
                        f.file("timestamp.json")
                            .toText()
                            .replace("\"version\":1,\"exp", "\"version\":1,\"version\":1,\"exp")))),
        new Attack(
            "timestamp too large",
            f ->
                put(
                    f,
                    "timestamp.json",
                    f.file("timestamp.json").plus(Bytes.utf8(" ".repeat(16_384)))),
            FailureClass.LIMIT,
            "timestamp.json"),
        new Attack(
            "target larger than signed",
            f -> f.files.replaceAll((n, b) -> n.endsWith(".a.txt") ? Bytes.utf8("alphabet") : b),
            FailureClass.LIMIT,
            "a.txt"),
        new Attack(
            "snapshot missing",
            f -> f.files.remove("1.snapshot.json"),
            FailureClass.TRANSPORT,
            "1.snapshot.json"),
        new Attack(
            "target missing",
            f -> f.files.keySet().removeIf(n -> n.endsWith(".a.txt")),
            FailureClass.TRANSPORT,
            "a.txt"));
  }

  private static void put(TufForge forge, String name, Bytes content) {
    forge.files.put(name, content);
  }

  private static void resign(TufForge forge, String name, String... keys) {
    String text = forge.file(name).toText();
    String signed = text.substring(text.indexOf("\"signed\":") + 9, text.length() - 1);
    put(forge, name, forge.sign(signed, keys));
  }

  @ParameterizedTest
  @MethodSource("attacksOnNewcomers")
  void newcomersAreNotFooled(Attack attack) {
    TufForge forge = TufForge.good(TARGETS);
    attack.change.accept(forge);
    RefusedException refused = refused(forge);
    assertThat(refused).hasMessageContaining(attack.named);
    assertThat(refused.kind()).isEqualTo(attack.kind);
  }

  /// Each begins with a repository in version 3 that the client has in its cache.
  static List<Attack> attacksOnAcquaintances() {
    return List.of(
        attack(
            "timestamp rolled back",
            "rolled back",
            f -> put(f, "timestamp.json", f.timestamp(2, TufForge.EXPIRES, 3))),
        attack(
            "snapshot rolled back",
            "rolled back",
            f -> put(f, "timestamp.json", f.timestamp(4, TufForge.EXPIRES, 2))),
        attack(
            "targets rolled back",
            "rolled back",
            f -> {
              put(f, "timestamp.json", f.timestamp(4, TufForge.EXPIRES, 4));
              put(f, "4.snapshot.json", f.snapshot(4, TufForge.EXPIRES, 2));
            }),
        attack(
            "a role vanishes",
            "not list",
            f -> {
              put(f, "timestamp.json", f.timestamp(4, TufForge.EXPIRES, 4));
              put(
                  f,
                  "4.snapshot.json",
                  f.sign(
                      "{\"_type\":\"snapshot\",\"spec_version\":\"1.0.31\",\"version\":4,\"expires\":\"%s\",\"meta\":{}}"
                          .formatted(TufForge.EXPIRES),
                      "snap"));
            }),
        attack(
            "root rolled back",
            "version",
            f -> put(f, "2.root.json", f.root(1, TufForge.EXPIRES))));
  }

  @ParameterizedTest
  @MethodSource("attacksOnAcquaintances")
  void whatWasSeenOnceIsTheFloor(Attack attack) throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    forge.publish(2, TARGETS);
    forge.publish(3, TARGETS);
    refresh(forge);
    attack.change.accept(forge);
    Map<String, Bytes> before = cache.files();
    RefusedException refused = refused(forge);
    assertThat(refused).hasMessageContaining(attack.named);
    assertThat(refused.kind()).isEqualTo(attack.kind);
    // The floor itself stays.
    assertThat(cache.files().get("snapshot.json")).isEqualTo(before.get("snapshot.json"));
  }

  @Test
  void aFrozenRepositoryEndsWithItsTimestamp() throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    put(forge, "timestamp.json", forge.timestamp(1, "2026-06-02T00:00:00Z", 1));
    refresh(forge);
    Bytes root = cache.load("root.json", RootChain.ROOT_LIMIT).orElseThrow();
    // The same version again, with another end: the one that was seen first counts.
    put(forge, "timestamp.json", forge.timestamp(1, TufForge.EXPIRES, 1));
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> Repository.refreshed(forge, cache, root, Instant.parse("2026-06-02T00:00:00Z")));
    assertThat(refused).hasMessageContaining("expired");
  }

  @Test
  void keysOfTimestampsAreExchangedByTheRoot() throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    put(forge, "timestamp.json", forge.timestamp(1000, TufForge.EXPIRES, 1));
    refresh(forge);
    // Recovery from a version that was driven up: the floor goes with the key.
    forge.keys.put("time2", TufForge.pair());
    forge.roleKeys.put("timestamp", List.of("time2"));
    put(forge, "2.root.json", forge.root(2, TufForge.EXPIRES));
    resign(forge, "timestamp.json", "time");
    assertThat(refused(forge)).hasMessageContaining("too few");
    put(forge, "timestamp.json", forge.timestamp(2, TufForge.EXPIRES, 1));
    resign(forge, "timestamp.json", "time2");
    assertThat(refresh(forge).target("a.txt").toText()).isEqualTo("alpha");
    assertThat(cache.load("root.json", RootChain.ROOT_LIMIT)).contains(forge.file("2.root.json"));
  }

  @Test
  void anEndlessChainOfRootsEnds() {
    TufForge forge = TufForge.good(TARGETS);
    var endless =
        new Mirror() {
          @Override
          public java.util.Optional<Bytes> fetch(String path, int limit) {
            int version = Integer.parseInt(path.substring(0, path.indexOf('.')));
            return java.util.Optional.of(forge.root(version, TufForge.EXPIRES));
          }

          @Override
          public String address() {
            return "endless";
          }
        };
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> Repository.refreshed(endless, cache, forge.file("1.root.json"), NOW));
    assertThat(refused.kind()).isEqualTo(FailureClass.LIMIT);
  }

  @Test
  void damageOfTheCacheOnlyMeansFetchingAgain() throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    refresh(forge).target("a.txt");
    for (String each :
        List.of("timestamp.json", "snapshot.json", "targets.json", "targets/a.txt")) {
      Bytes good = cache.load(each, Updater.TARGETS_LIMIT).orElseThrow();
      cache.save(each, Bytes.utf8("{"));
      assertThat(refresh(forge).target("a.txt").toText()).isEqualTo("alpha");
      assertThat(cache.load(each, Updater.TARGETS_LIMIT)).contains(good);
    }
    cache.save("root.json", Bytes.utf8("{"));
    assertThat(refused(forge).kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  static Stream<Arguments> files() {
    return Stream.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("files")
  void damageOfAnyFileEndsOnlyInRefusal(String name) throws IOException {
    TufForge forge = TufForge.good(TARGETS);
    forge.files.put("2.root.json", forge.root(2, TufForge.EXPIRES));
    byte[] good = forge.file(name).toArray();
    int step = Math.max(1, good.length / 300);
    for (int at = 0; at < good.length; at += step) {
      tryOut(forge, name, Arrays.copyOf(good, at));
      byte[] flipped = good.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      tryOut(forge, name, flipped);
    }
  }

  private static void tryOut(TufForge forge, String name, byte[] content) throws IOException {
    forge.files.put(name, Bytes.of(content));
    try {
      Repository found =
          Repository.refreshed(forge, new MemoryCache(), forge.file("1.root.json"), NOW);
      assertThat(found.target("a.txt").toText()).isEqualTo("alpha");
    } catch (RefusedException e) {
      assertThat(e.kind())
          .isIn(FailureClass.TRUST_ROOT, FailureClass.LIMIT, FailureClass.TRANSPORT);
    }
  }
}
