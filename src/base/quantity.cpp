#include <vertebra/patient.hpp>

namespace vertebra {

Quantity quantity(double value, std::string_view unit) { return {value, value, std::string{unit}}; }
Quantity range(double low, double high, std::string_view unit) { return {low, high, std::string{unit}}; }
Quantity years(double value) { return quantity(value, "a"); }
Quantity months(double value) { return quantity(value, "mo"); }
Quantity weeks(double value) { return quantity(value, "wk"); }
Quantity days(double value) { return quantity(value, "d"); }
Quantity hours(double value) { return quantity(value, "h"); }
Quantity celsius(double value) { return quantity(value, "Cel"); }
Quantity score(double value) { return quantity(value, "{score}"); }

Choice choice(std::string_view member) { return {{std::string{member}}}; }

Choice one_of(std::initializer_list<std::string_view> members) { return {{members.begin(), members.end()}}; }

}  // namespace vertebra
