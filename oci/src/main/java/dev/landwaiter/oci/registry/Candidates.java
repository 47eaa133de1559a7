package dev.landwaiter.oci.registry;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tries one login after the other at one repository: the token alone, or the passwords, then what
/// is kept, then nothing. Where the registry let us in without asking, nothing comes before what is
/// kept, so that no program is started in vain.
final class Candidates {
  /// How many kept logins are tried.
  private static final int LIMIT = 32;

  private static final List<Login> NOBODY = List.of(new Login.Anonymous());

  private final Logins logins;
  private final String host;
  private final String repository;
  private final List<ImageException> refusals = new ArrayList<>();
  private final List<ImageException> refusalsOfNobody = new ArrayList<>();
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  /// @param host with port, as the reference names it
  Candidates(Logins logins, String host, String repository) {
    this.logins = logins;
    this.host = host;
    this.repository = repository;
  }

  /// What is tried with each login.
  @FunctionalInterface
  interface Attempt<T> {
    T as(Login login) throws IOException;
  }

  /// The result of the first attempt that is not refused.
  ///
  /// @param challenged whether the registry wanted a login when it was first reached
  /// @throws ImageException the refusal that tells most, when all are refused
  <T> T first(boolean challenged, Attempt<T> attempt) throws IOException {
    var round = new Candidates(logins, host, repository);
    try {
      return round.result(challenged, attempt);
    } finally {
      problems.addAll(round.problems);
    }
  }

  private <T> T result(boolean challenged, Attempt<T> attempt) throws IOException {
    boolean token = !logins.registryToken().isEmpty();
    Optional<T> result =
        any(token ? List.of(new Login.Token(logins.registryToken())) : logins.passwords(), attempt);
    if (result.isEmpty() && !token && !challenged) {
      result = any(NOBODY, attempt);
    }
    if (result.isEmpty() && !token) {
      result = kept(attempt);
    }
    if (result.isEmpty() && !token && challenged) {
      result = any(NOBODY, attempt);
    }
    if (result.isEmpty()) {
      throw telling();
    }
    return result.get();
  }

  /// One source after the other, so that none is asked in vain.
  private <T> Optional<T> kept(Attempt<T> attempt) throws IOException {
    int left = LIMIT;
    for (LoginSource source : logins.sources()) {
      List<Login> found = find(source);
      if (found.size() > left) {
        problems.add(
            Problem.in(
                host, "of the logins that are kept for it only %d are tried".formatted(LIMIT)));
      }
      Optional<T> result = any(found.subList(0, Math.min(found.size(), left)), attempt);
      if (result.isPresent()) {
        return result;
      }
      left -= Math.min(found.size(), left);
    }
    return Optional.empty();
  }

  private List<Login> find(LoginSource source) throws IOException {
    try {
      return source.find(host, repository);
    } catch (ImageException e) {
      problems.add(Problem.in(host, "a login is not used: " + e.getMessage()));
      return List.of();
    }
  }

  private <T> Optional<T> any(List<? extends Login> some, Attempt<T> attempt) throws IOException {
    for (Login login : some) {
      try {
        return Optional.of(attempt.as(login));
      } catch (ImageException e) {
        if (e.code() != ImageException.Code.UNAUTHORIZED
            && e.code() != ImageException.Code.NOT_FOUND) {
          throw e;
        }
        (login instanceof Login.Anonymous ? refusalsOfNobody : refusals).add(e);
      }
    }
    return Optional.empty();
  }

  /// Of the refusals the one that tells most: what a login that works did not find, else the first.
  /// That of nobody tells least.
  private ImageException telling() {
    ImageException most =
        refusals.stream()
            .filter(e -> e.code() == ImageException.Code.NOT_FOUND)
            .findFirst()
            .orElseGet(() ->
                Stream.concat(refusals.stream(), refusalsOfNobody.stream()).findFirst().get());
    if (problems.isEmpty()) {
      return most;
    }
    String more = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    return new ImageException(most.code(), most.getMessage() + "; " + more, most);
  }

  /// What was wrong with logins that were looked for.
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }
}
