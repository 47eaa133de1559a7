package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.syntax.Instruction;

/// What every candidate has to stand, whatever the language (image practice, 7.6).
final class Fitting {
  private Fitting() {}

  static BaseChoice judge(BaseChoice choice, Stage last, Needs needs) {
    return switch (choice.kind()) {
      case FULL, LANGUAGE, SLIM -> slim(choice, last);
      case ALPINE -> alpine(choice, last, needs);
      case DISTROLESS, STATIC, SCRATCH -> bare(choice, last, needs);
    };
  }

  private static BaseChoice slim(BaseChoice choice, Stage last) {
    boolean builds = last.runs(Builds::is);
    return builds
        ? choice.change("what the RUN instructions build with has to stay in an earlier stage")
        : choice;
  }

  private static BaseChoice alpine(BaseChoice choice, Stage last, Needs needs) {
    BaseChoice judged = slim(choice, last);
    boolean already = last.base().classification() == BaseClass.ALPINE;
    if (already) {
      return judged;
    }
    judged = judged.change("musl instead of glibc: what is compiled has to be compiled for it");
    if (last.runs(each -> each.named("apt-get", "apt", "dnf", "yum", "microdnf", "zypper"))) {
      judged = judged.change("packages come by `apk add`, and some have other names");
    }
    if (!needs.entry().shell().isEmpty() && needs.entry().shell().contains("bash")) {
      judged = judged.change("there is no bash: write the start for sh or add the package");
    }
    return judged;
  }

  private static BaseChoice bare(BaseChoice choice, Stage last, Needs needs) {
    BaseChoice judged = choice;
    if (!needs.entry().shell().isEmpty()) {
      judged = judged.blocked("there is no shell to start with: " + needs.entry().shell());
    } else if (needs.entry().written()) {
      judged = judged.change("ENTRYPOINT and CMD as arrays, since there is no shell");
    }
    if (needs.probe().isPresent()) {
      judged =
          judged.change(
              "HEALTHCHECK calls `%s`, which is not there: let the cluster probe the program"
                  .formatted(needs.probe().get()));
    }
    if (!needs.libraries().isEmpty()) {
      judged =
          judged.blocked(
              "packages it may need at run time: " + String.join(" ", needs.libraries()));
    }
    if (needs.user().filter(each -> !isNumber(each)).isPresent()) {
      judged = judged.change("USER by number: the base does not know `" + needs.user().get() + "`");
    }
    if (choice.kind() == BaseClass.SCRATCH) {
      judged =
          judged.change(
              "no certificates, time zones, users or temporary directory: copy what it needs");
    }
    if (!last.all(Instruction.Run.class).isEmpty()) {
      judged = judged.change("nothing can RUN in it: all of that happens in an earlier stage");
    }
    return judged;
  }

  private static boolean isNumber(String user) {
    return !user.isEmpty() && user.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ':');
  }
}
