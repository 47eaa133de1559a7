package dev.landwaiter.cli.command.serve;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.score.SchemaFlags;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.ServeFlags;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Service;
import dev.landwaiter.server.http.HttpFrame;
import dev.landwaiter.server.http.Limits;
import dev.landwaiter.server.http.ListenAddress;
import dev.landwaiter.server.http.TlsFiles;
import dev.landwaiter.server.score.ScoreService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Serves what the command line asks once, over HTTP.
public final class ServeCommand implements Command {
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_MEBIBYTES = 256;
  private static final int TOKEN_LIMIT = 4096;

  private final HostProcess process;

  public ServeCommand(HostProcess process) {
    this.process = process;
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String summary() {
    return "Score manifests that are sent over HTTP";
  }

  @Override
  public String usage() {
    return "[flags]";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("score what is posted to port 8080", "serve --only score --listen :8080"),
        new Example(
            "the same over TLS, for those who bear a token",
            "serve --only score --tls-certificate tls.crt --tls-key tls.key --token-file token"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        ServeFlags.GROUP,
        new FlagGroup("Other Flags", SchemaFlags.VERSION, SchemaFlags.LOCATION, GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("serve takes no arguments, only flags");
    }
    if (!values.isSet(ServeFlags.ONLY)) {
      throw new UsageException("name what to serve: --only score is what there is so far");
    }
    ListenAddress address;
    try {
      address = ListenAddress.parse(values.text(ServeFlags.LISTEN));
    } catch (ListenAddress.InvalidAddressException e) {
      throw new UsageException("--listen: " + e.getMessage());
    }
    List<Service> services = new ArrayList<>();
    services.add(
        new ScoreService(
            profile(values.text(ServeFlags.PROFILE)),
            SchemaFlags.of(invocation),
            LinkKeys.signer(values.text(ServeFlags.LINK_KEY), invocation),
            Answer.text(405, "post a manifest, as curl --data-binary @pod.yaml does\n")
                .with("Allow", "POST")));
    var told =
        new Serving(
            process,
            event -> {
              switch (event.weight()) {
                case INFO -> invocation.log().info(event.message());
                case ERROR, FATAL -> invocation.log().error(event.message());
              }
            });
    boolean served =
        told.serve(address, door(values, invocation), limits(values, invocation), services);
    return served ? 0 : invocation.dialect().errorCode();
  }

  private static Profile profile(String id) throws UsageException {
    for (Profile profile : Profile.values()) {
      if (profile.id().equals(id)) {
        return profile;
      }
    }
    throw new UsageException("there is no profile " + id);
  }

  private Limits limits(Values values, Invocation invocation) throws UsageException {
    Limits limits = Limits.of(invocation.world().heap(), process.processors());
    int mebibytes = values.number(ServeFlags.MAX_BODY);
    if (mebibytes < 1 || mebibytes > MOST_MEBIBYTES) {
      throw new UsageException("--max-body is a number of MiB from 1 to " + MOST_MEBIBYTES);
    }
    return limits.withBody(mebibytes * MEBIBYTE);
  }

  private static HttpFrame.Door door(Values values, Invocation invocation)
      throws UsageException, IOException {
    Path folder = invocation.world().folder();
    String certificate = values.text(ServeFlags.TLS_CERTIFICATE);
    String key = values.text(ServeFlags.TLS_KEY);
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new UsageException("--tls-certificate and --tls-key belong together");
    }
    Optional<TlsFiles> tls =
        certificate.isEmpty()
            ? Optional.empty()
            : Optional.of(new TlsFiles(folder.resolve(certificate), folder.resolve(key)));
    String file = values.text(ServeFlags.TOKEN_FILE);
    return new HttpFrame.Door(
        tls, file.isEmpty() ? Optional.empty() : Optional.of(token(folder.resolve(file))));
  }

  private static String token(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      String token = new String(in.readNBytes(TOKEN_LIMIT), StandardCharsets.UTF_8).strip();
      if (token.isEmpty()) {
        throw new IOException("the token in " + file + " is empty; nobody could come in");
      }
      return token;
    }
  }
}
