package dev.landwaiter.cli.command.serve;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.score.SchemaFlags;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.server.http.HttpFrame;
import dev.landwaiter.server.http.Limits;
import dev.landwaiter.server.http.ListenAddress;
import dev.landwaiter.server.score.ScoreService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `kubesec http`: scores what is posted (kubernetes.md 5.8).
public final class KubesecHttpCommand implements Command {
  private static final Flag KEY =
      Flag.text("keypath", "file with an Ed25519 key in PEM that signs links of in-toto")
          .shorthand("k");

  /// Where the original sends those who only read.
  private static final String HOME = "https://kubesec.io";

  private final HostProcess process;

  public KubesecHttpCommand(HostProcess process) {
    this.process = process;
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String summary() {
    return "Score manifests that are sent over HTTP";
  }

  @Override
  public String usage() {
    return "[flags] [[ip:]port]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup("Flags", GlobalFlags.HELP, KEY, SchemaFlags.VERSION, SchemaFlags.LOCATION));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    ListenAddress address;
    try {
      address = ListenAddress.parse(address(invocation));
    } catch (ListenAddress.InvalidAddressException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    World world = invocation.world();
    var service =
        new ScoreService(
            Profile.KUBESEC,
            SchemaFlags.of(invocation),
            LinkKeys.signer(invocation.values().text(KEY), invocation),
            ScoreService.seeOther(HOME));
    boolean served =
        new Serving(process, event -> world.stderr().println(line(world, event)))
            .serve(
                address,
                HttpFrame.Door.OPEN,
                Limits.of(world.heap(), process.processors()),
                List.of(service));
    return served ? 0 : 1;
  }

  /// The argument, else what the environment says; two arguments count as none.
  private static String address(Invocation invocation) throws UsageException {
    Map<String, String> environment = invocation.world().environment();
    String address = environment.getOrDefault("KUBESEC_ADDR", "");
    String port = environment.getOrDefault("PORT", "");
    if (!port.isEmpty()) {
      invocation
          .world()
          .stderr()
          .println("usage of PORT environment variable is deprecated, use KUBESEC_ADDR instead");
      address = port;
    }
    if (invocation.arguments().size() == 1) {
      address = invocation.arguments().getFirst();
    }
    if (address.isEmpty()) {
      throw new UsageException(
          "[[ip:]port] is missing, set CLI argument or use KUBESEC_ADDR environment variable");
    }
    return address;
  }

  private static String line(World world, Serving.Event event) {
    var bytes = new ByteArrayOutputStream();
    var json = new JsonWriter(bytes, JsonStyle.COMPACT);
    try {
      json.beginObject();
      json.field("severity", event.weight().name().toLowerCase(Locale.ROOT));
      json.field("timestamp", world.clock().instant().toString());
      json.field("caller", "landwaiter");
      json.field("message", event.message());
      json.endObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
