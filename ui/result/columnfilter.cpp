// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/columnfilter.h"

#include "models/result/cellformat.h"
#include "models/result/resultmodel.h"
#include "models/text/visibletext.h"
#include "transport/threads/guarded.h"
#include "ui/result/resultheader.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int ValueRole = Qt::UserRole;
constexpr int MostRowsListed = 9;

QString example(ValueType type)
{
    switch (type) {
    case ValueType::Size: return u"10M"_s;
    case ValueType::Duration: return u"1:30"_s;
    case ValueType::Time: return u"2026-11-21 14:05"_s;
    default: return u"1000"_s;
    }
}

} // namespace

ColumnFilter::ColumnFilter(ResultModel &model, int column, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_model(model)
    , m_column(column)
{
    const ValueType type = model.command().columns.at(column).type;
    m_hasRange =
        (isNumeric(type) && type != ValueType::Pid && type != ValueType::CommandNumber) || type == ValueType::Time;
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = ResultHeader::title(model.command().columns.at(column).id);
    setAccessibleName(tr("Filter of column “%1”").arg(title));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(8);
    auto *heading = new PlainLabel(title, this);
    setTone(heading, Tone::Strong);
    rows->addWidget(heading);
    if (m_hasRange)
        addRange();
    else
        addTest();
    addValues();
    addButtons();
}

void ColumnFilter::addRange()
{
    const ValueType type = m_model.command().columns.at(m_column).type;
    auto *form = new QFormLayout;
    m_from = new QLineEdit(this);
    m_until = new QLineEdit(this);
    for (QLineEdit *edit : {m_from, m_until})
        edit->setPlaceholderText(tr("for example %1").arg(example(type)));
    //: Of a range of times / of a range of numbers
    form->addRow(new PlainLabel(type == ValueType::Time ? tr("After") : tr("At least")), m_from);
    form->addRow(new PlainLabel(type == ValueType::Time ? tr("Before") : tr("At most")), m_until);
    for (QLineEdit *edit : {m_from, m_until})
        edit->setAccessibleName(static_cast<QLabel *>(form->labelForField(edit))->text());
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
}

void ColumnFilter::addTest()
{
    m_test = new QComboBox(this);
    //: Of a cell's text
    m_test->addItem(tr("contains"), u":"_s);
    m_test->addItem(tr("does not contain"), u"-:"_s);
    //: Is equal to
    m_test->addItem(tr("is"), u"="_s);
    m_test->addItem(tr("is not"), u"-="_s);
    m_test->setAccessibleName(tr("Comparison"));
    m_text = new QLineEdit(this);
    m_text->setAccessibleName(tr("Text"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_text, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

// Counted on the thread pool: a column may have any number of different values.
void ColumnFilter::addValues()
{
    m_values = new QListWidget(this);
    m_values->setAccessibleName(tr("Values that occur"));
    m_values->hide();
    layout()->addWidget(m_values);
    runGuarded(
        this, [rows = m_model.rows(), column = m_column] { return valueCounts(rows, column, MostValues); },
        [this](const std::vector<ValueCount> &values) { list(values); });
}

void ColumnFilter::list(const std::vector<ValueCount> &values)
{
    if (values.empty())
        return;
    const QStringList chosen = ResultFilter::values(m_model.filterText(), m_model.command(), m_column);
    const ValueType type = m_model.command().columns.at(m_column).type;
    for (const ValueCount &value : values) {
        //: A cell without a value
        const QString text = value.text.isEmpty()
            ? tr("(empty)")
            : visible(displayText(QCborValue(value.text), type, locale(), m_model.times()));
        //: A value, and how often it occurs
        auto *item = new QListWidgetItem(tr("%1 (%2)").arg(text, locale().toString(value.count)), m_values);
        item->setData(ValueRole, value.text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(chosen.contains(value.text, Qt::CaseInsensitive) ? Qt::Checked : Qt::Unchecked);
    }
    const int rows = std::min(int(values.size()), MostRowsListed);
    m_values->setFixedHeight(rows * m_values->sizeHintForRow(0) + 8);
    m_values->show();
    adjustSize();
}

void ColumnFilter::addButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *use = buttons->addButton(tr("Filter"), QDialogButtonBox::AcceptRole);
    setRole(use, ButtonRole::Primary);
    use->setDefault(true);
    QPushButton *remove = buttons->addButton(tr("Remove"), QDialogButtonBox::DestructiveRole);
    setUsable(*remove, m_model.filter().hasTermFor(m_column) ? QString() : tr("The filter does not name this column."));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_model.setFilterText(ResultFilter::replaced(m_model.filterText(), m_model.command(), m_column, {}));
        close();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ColumnFilter::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QWidget::close);
    layout()->addWidget(buttons);
}

void ColumnFilter::openAt(const QPoint &globalPosition)
{
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(globalPosition);
    const QRect room = screen ? screen->availableGeometry() : QRect(globalPosition, size());
    move(std::max(room.left(), std::min(globalPosition.x(), room.right() - width())), globalPosition.y());
    show();
    (m_hasRange ? m_from : m_text)->setFocus(Qt::PopupFocusReason);
}

QStringList ColumnFilter::checkedValues() const
{
    QStringList values;
    for (int row = 0; row < m_values->count(); ++row) {
        if (m_values->item(row)->checkState() == Qt::Checked)
            values += m_values->item(row)->data(ValueRole).toString();
    }
    return values;
}

QString ColumnFilter::term() const
{
    const auto written = [this](QStringView test, const QStringList &values) {
        return ResultFilter::term(m_model.command(), m_column, test, values);
    };
    QStringList terms;
    if (m_hasRange) {
        if (!m_from->text().trimmed().isEmpty())
            terms += written(u">=", {m_from->text().trimmed()});
        if (!m_until->text().trimmed().isEmpty())
            terms += written(u"<=", {m_until->text().trimmed()});
    } else if (!m_text->text().isEmpty()) {
        const QString test = m_test->currentData().toString();
        terms += (test.startsWith(u'-') ? u"-"_s : QString()) + written(QStringView(test).last(1), {m_text->text()});
    }
    if (const QStringList values = checkedValues(); !values.isEmpty())
        terms += written(u"=", values);
    return terms.join(u' ');
}

void ColumnFilter::apply()
{
    m_model.setFilterText(ResultFilter::replaced(m_model.filterText(), m_model.command(), m_column, term()));
    close();
}

} // namespace Sonde::Client

#include "moc_columnfilter.cpp"
