#include "graph/joins.hpp"

#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace vertebra::graph {
namespace {

using test::all_of;
using test::any_of;
using test::at_least;
using test::negation;

const model::Expression a = test::fact_is_yes(0);
const model::Expression b = test::fact_is_yes(1);
const model::Expression c = test::fact_is_yes(2);

struct Example {
  const char* written;
  model::Expression expression;
  const char* expected;
};

const Example examples[] = {
    {"a", a, ""},
    {"not not a", negation(negation(a)), ""},
    {"true", model::Expression{}, ""},
    {"a and not b", all_of({a, negation(b)}), "all"},
    {"a or b", any_of({a, b}), "any"},
    {"none of (a, b)", negation(any_of({a, b})), "all"},
    {"not (a and b)", negation(all_of({a, b})), "any"},
    {"a and (b and c)", all_of({a, all_of({b, c})}), "all"},
    {"a and not (b or c)", all_of({a, negation(any_of({b, c}))}), "all"},
    {"a and (b or c)", all_of({a, any_of({b, c})}), "and, or"},
    {"a or not (b or c)", any_of({a, negation(any_of({b, c}))}), "and, or"},
    {"at least 2 of (a, b, not c)", at_least(2, {a, b, negation(c)}), "at least 2"},
    {"at least 2 of (a, b, b or c)", at_least(2, {a, b, any_of({b, c})}), "and, or"},
    {"not at least 2 of (a, b, c)", negation(at_least(2, {a, b, c})), "and, or"},
    {"a and at least 2 of (a, b, c)", all_of({a, at_least(2, {a, b, c})}), "and, or"},
};

TEST(Joins, SaysHowTheLeavesWorkTogether) {
  for (const Example& example : examples) EXPECT_EQ(joins(example.expression), example.expected) << example.written;
}

}  // namespace
}  // namespace vertebra::graph
