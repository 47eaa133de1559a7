package dev.landwaiter.cli.command.rego;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The world that a policy sees on the command line.
///
/// @param open whether the network may be reached, within what the capabilities allow
public record CliWorld(Invocation invocation, boolean open) implements World {
  private static final int FILE_LIMIT = 1 << 20;

  /// The original's network is open, ours where a host was named.
  public static World of(Invocation invocation) throws UsageException {
    boolean named = !invocation.values().texts(RegoFlags.ALLOW_NET).isEmpty();
    return new CliWorld(invocation, invocation.dialect().cobra() || named);
  }

  @Override
  public long nowNanos() {
    Instant now = invocation.world().clock().instant();
    return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
  }

  @Override
  public long ticks() {
    return System.nanoTime();
  }

  @Override
  public RandomGenerator random() {
    return invocation.world().random();
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /// The original shows policies all of it, secrets included; our own commands show nothing.
  @Override
  public Map<String, String> environment() {
    return invocation.dialect().cobra() ? invocation.world().environment() : Map.of();
  }

  @Override
  public Value runtime() {
    Map<Value, Value> environment = new TreeMap<>();
    environment().forEach((name, value) -> environment.put(Value.of(name), Value.of(value)));
    var draft = new ObjectValue.Draft();
    draft.put(Value.of("authorization_enabled"), Value.of(false));
    draft.put(Value.of("skip_known_schema_check"), Value.of(false));
    draft.put(Value.of("commit"), Value.of(""));
    draft.put(Value.of("env"), new ObjectValue(environment));
    draft.put(Value.of("version"), Value.of(Version.OPA));
    return draft.finish();
  }

  @Override
  public List<String> lookup(String host) throws OutsideException {
    if (open) {
      return OpenNetwork.lookup(host);
    }
    throw closed();
  }

  /// Files are open where the network is: they say whom a request trusts.
  @Override
  public String file(String path) throws OutsideException {
    if (!open) {
      throw closed();
    }
    try (InputStream in = Files.newInputStream(invocation.world().folder().resolve(path))) {
      byte[] bytes = in.readNBytes(FILE_LIMIT + 1);
      if (bytes.length > FILE_LIMIT) {
        throw new OutsideException(
            OutsideException.Reason.NETWORK,
            "open " + path + ": more than the " + FILE_LIMIT + " bytes that are read");
      }
      return new String(bytes, UTF_8);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new OutsideException(
          OutsideException.Reason.NETWORK, "open " + path + ": no such file or directory");
    } catch (IOException e) {
      throw new OutsideException(
          OutsideException.Reason.NETWORK, "open " + path + ": " + e.getMessage());
    }
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws OutsideException {
    if (open) {
      return OpenNetwork.send(request);
    }
    throw closed();
  }

  private static OutsideException closed() {
    return new OutsideException(
        OutsideException.Reason.CLOSED, "the network is closed; --allow-net HOST opens it");
  }
}
