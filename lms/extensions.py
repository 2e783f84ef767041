"""Extension objects, bound to an application by ``lms.app.create_app``."""

from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_talisman import Talisman
from flask_wtf import CSRFProtect

from lms.db import Base, pass_over_withdrawn

babel = Babel()
csrf = CSRFProtect()
db = SQLAlchemy(model_class=Base)
pass_over_withdrawn(db.session)
limiter = Limiter(get_remote_address, storage_uri="memory://")
login_manager = LoginManager()
migrate = Migrate()
talisman = Talisman()
