package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Judgement;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.policy.gatekeeper.match.MatchException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One review (reference 6).
final class Reviewing {
  private static final Comparator<Result> ORDER =
      Comparator.<Result, String>comparing(result -> result.constraint().kind())
          .thenComparing(result -> result.constraint().name())
          .thenComparing(result -> result.violation().message());

  private final Review review;
  private final ReviewSettings settings;
  private final Surroundings surroundings;
  private final List<Result> results = new ArrayList<>();
  private final List<Response.Run> runs = new ArrayList<>();
  private int judged;

  Reviewing(Review review, ReviewSettings settings, ObjectValue inventory) {
    this.review = review;
    this.settings = settings;
    this.surroundings = new Surroundings(inventory, settings.trace(), settings.print());
  }

  Response run(List<Client.Candidates> candidates) throws ReviewException {
    for (Client.Candidates each : candidates) {
      long start = settings.ticks().getAsLong();
      int before = judged;
      for (ReadyConstraint constraint : each.constraints()) {
        constraint(each.template(), constraint);
      }
      if (judged > before) {
        runs.add(
            new Response.Run(
                each.template().template().kind(),
                each.template().engine(),
                judged - before,
                settings.ticks().getAsLong() - start));
      }
    }
    if (results.size() > 1) {
      results.sort(ORDER);
    }
    return new Response(results, judged, runs);
  }

  private void constraint(ReadyTemplate template, ReadyConstraint ready) throws ReviewException {
    List<String> actions = List.of();
    if (ready.isScoped()) {
      actions = ready.scoped(settings.point());
      if (actions.isEmpty()) {
        return;
      }
    }
    try {
      if (!ready.matcher().mismatch(review).isEmpty()) {
        return;
      }
    } catch (MatchException e) {
      judged++;
      var told = new Violation("unable to match constraints: " + e.text(), Optional.empty());
      results.add(result(ready, told, actions, Optional.empty()));
      return;
    }
    judged++;
    Judgement judgement = judgement(template, ready);
    for (Violation violation : judgement.violations()) {
      results.add(result(ready, violation, actions, judgement.trace()));
    }
  }

  private Judgement judgement(ReadyTemplate template, ReadyConstraint ready)
      throws ReviewException {
    try {
      return template.judge().judge(review, ready.constraint(), surroundings);
    } catch (ReviewException e) {
      throw new ReviewException(Result.TARGET + ": " + template.engine() + ": " + e.text());
    }
  }

  private static Result result(
      ReadyConstraint ready, Violation violation, List<String> actions, Optional<String> trace) {
    return new Result(ready.constraint(), violation, ready.constraint().action(), actions, trace);
  }
}
