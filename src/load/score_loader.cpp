#include "load/score_loader.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/text.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;
using model::Band;
using model::Score;

constexpr std::int64_t points_limit = std::int64_t{1} << 30;

std::string range_text(std::int64_t low, std::int64_t high) {
  return low == high ? std::to_string(low) : std::to_string(low) + " to " + std::to_string(high);
}

class ScoreReader {
 public:
  ScoreReader(GuideReading& guide, const Entry& entry) : guide_{guide}, fields_{guide.reading, "score", entry} {
    score_.id = entry.key;
    score_.place = entry.place;
  }

  Score read(MemberConditions& conditions) {
    read_sum(conditions);
    read_bands();
    score_.sources = guide_.cite(fields_, Basis::rule);
    fields_.close();
    return std::move(score_);
  }

 private:
  void report(Code code, base::Place place, std::string message, std::string help = {}) {
    guide_.reading.reporter.report(code, place, std::move(message), std::move(help));
  }

  void read_sum(MemberConditions& conditions) {
    Ids ids{guide_.reading};
    const auto entries = fields_.section("sum", Need::required);
    for (const Entry* entry : entries) {
      Fields item{guide_.reading, fields_.what() + ", member", *entry};
      const int points = item.points("points", Need::required);
      const Node* when = item.scalar("when", "an expression", Need::required);
      item.close();
      if (!ids.add(entry->key, entry->place, "member")) continue;
      score_.sum.push_back({entry->key, entry->place, points, {}});
      conditions.push_back(when);
    }
    if (entries.empty() && fields_.has("sum"))
      report(Code::wrong_type, score_.place, "`sum` of " + fields_.what() + " must hold what is added up",
             "write it like `sum: {leg: {points: 1, when: leg_pain_below_knee}}`");
    check_points();
  }

  void check_points() {
    std::int64_t sum = 0;
    for (const auto& member : score_.sum) sum += std::abs(std::int64_t{member.points});
    if (sum < points_limit) return;
    report(Code::too_many_points, score_.place,
           "the points of " + fields_.what() + " could reach " + std::to_string(sum) + ", and 2^30 is too many",
           "use smaller numbers");
  }

  void read_bands() {
    Ids ids{guide_.reading};
    bool complete = !score_.sum.empty();
    for (const Entry* entry : fields_.section("bands")) {
      if (entry->key == "unknown")
        report(Code::reserved_word, entry->place, "`unknown` cannot be a band",
               "it is what is said while answers leave more than one band open");
      const auto band = read_band(*entry);
      if (band && ids.add(entry->key, entry->place, "band"))
        score_.bands.push_back(*band);
      else
        complete = false;
    }
    if (complete && !score_.bands.empty()) check_bands();
  }

  std::optional<Band> read_band(const Entry& entry) {
    const Node& node = entry.value;
    const auto dots = node.is_scalar() ? node.text.find("..") : std::string::npos;
    const auto low = dots == std::string::npos ? std::nullopt : end_of(node.text.substr(0, dots));
    const auto high = dots == std::string::npos ? std::nullopt : end_of(node.text.substr(dots + 2));
    if (!low || !high)
      return fields_.wrong_type(entry.key, node.place, "a range of whole numbers, such as 0 .. 3"), std::nullopt;
    if (*low <= *high) return Band{entry.key, entry.place, *low, *high};
    report(Code::bad_value, node.place, "the range of " + ticked(entry.key) + " does not rise");
    return std::nullopt;
  }

  static std::optional<int> end_of(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return base::parse_points(text);
  }

  // From the lowest band up: each goes on where the one before it ended, from the least sum to the greatest.
  void check_bands() {
    std::vector<const Band*> rising;
    for (const Band& band : score_.bands) rising.push_back(&band);
    std::stable_sort(rising.begin(), rising.end(), [](const Band* a, const Band* b) { return a->low < b->low; });
    const auto [least, most] = bounds(score_);
    std::int64_t next = least;  // The first sum that no band holds yet.
    const Band* before = nullptr;
    for (const Band* band : rising) {
      if (band->low < least || band->high > most) refuse_reach(*band, least, most);
      if (before != nullptr && band->low <= before->high) refuse_overlap(*before, *band);
      if (band->low > next) refuse_gap(band->place, next, band->low - std::int64_t{1});
      next = std::max(next, band->high + std::int64_t{1});
      if (before == nullptr || band->high > before->high) before = band;
    }
    if (next <= most) refuse_gap(rising.back()->place, next, most);
  }

  void refuse_reach(const Band& band, std::int64_t least, std::int64_t most) {
    report(Code::bad_bands, band.place,
           "band " + ticked(band.id) + " of " + fields_.what() + " holds " + range_text(band.low, band.high) +
               ", and the points add up to " + range_text(least, most),
           "let the bands hold what the points can add up to, and no more");
  }

  void refuse_overlap(const Band& before, const Band& band) {
    report(Code::bad_bands, band.place,
           "bands " + ticked(before.id) + " and " + ticked(band.id) + " of " + fields_.what() + " both hold " +
               range_text(band.low, std::min(before.high, band.high)),
           "let each begin where the one before it has ended");
  }

  void refuse_gap(base::Place place, std::int64_t low, std::int64_t high) {
    report(Code::bad_bands, place, "no band of " + fields_.what() + " holds " + range_text(low, high),
           "let the bands hold all that the points can add up to");
  }

  GuideReading& guide_;
  Fields fields_;
  Score score_;
};

}  // namespace

std::vector<MemberConditions> read_scores(GuideReading& guide) {
  std::vector<MemberConditions> waiting;
  for (const Entry* entry : guide.fields.section("scores")) {
    MemberConditions conditions;
    Score score = ScoreReader{guide, *entry}.read(conditions);
    if (!guide.names.add_unreserved(entry->key, entry->place, "score")) continue;
    guide.table.add(entry->key, {NameKind::score, guide.index, static_cast<int>(guide.guide.scores.size())});
    guide.guide.scores.push_back(std::move(score));
    waiting.push_back(std::move(conditions));
  }
  return waiting;
}

void parse_scores(GuideReading& guide, const std::vector<MemberConditions>& conditions) {
  for (std::size_t i = 0; i < conditions.size(); ++i)
    for (std::size_t j = 0; j < conditions[i].size(); ++j)
      if (auto when = guide.parse(conditions[i][j])) guide.guide.scores[i].sum[j].when = std::move(*when);
}

}  // namespace vertebra::load
